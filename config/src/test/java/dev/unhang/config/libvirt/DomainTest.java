package dev.unhang.config.libvirt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unhang.config.libvirt.Domain.Port;
import dev.unhang.model.evidence.Content;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Shapes of libvirt's domain XML format.
class DomainTest {
  private static final String DOMAIN =
      """
      <domain type='kvm'>
        <name>nas</name>
        <metadata><x:name xmlns:x='y'>other</x:name></metadata>
        <devices>
          <interface type='bridge'>
            <mac address='52:54:00:00:00:01'/>
            <source bridge='br0'/>
            <target dev='vnet3'/>
          </interface>
          <interface type='direct'><source dev='eno1' mode='bridge'/></interface>
          <interface type='network'><source network='default'/></interface>
        </devices>
      </domain>
      """;

  private static Domain parse(String xml) {
    return Domain.parse(Content.of(xml));
  }

  @Test
  void theHostsEndsOfItsNicsAreRead() {
    Domain domain = parse(DOMAIN);
    assertThat(domain.name()).contains("nas");
    assertThat(domain.ports())
        .containsExactly(
            new Port(Optional.of("br0"), Optional.empty(), Optional.of("vnet3")),
            new Port(Optional.empty(), Optional.of("eno1"), Optional.empty()),
            new Port(Optional.empty(), Optional.empty(), Optional.empty()));
  }

  @Test
  void theStatusOfARunningOneWrapsIt() {
    assertThat(parse("<domstatus state='running'>" + DOMAIN + "</domstatus>").ports()).hasSize(3);
  }

  @Test
  void ofADamagedOneWhatStandsBeforeTheDamage() {
    for (int length = 0; length < DOMAIN.length(); length++) {
      Domain cut = parse(DOMAIN.substring(0, length));
      assertThat(cut.ports().size()).isLessThanOrEqualTo(3);
    }
    assertThat(parse(DOMAIN.substring(0, DOMAIN.indexOf("<interface type='direct'"))).ports())
        .hasSize(1);
  }

  @Test
  void entitiesAreNotFollowed() {
    Domain domain =
        parse(
            "<!DOCTYPE domain [<!ENTITY e SYSTEM 'file:///etc/hostname'>]>"
                + "<domain><name>&e;</name></domain>");
    assertThat(domain.name()).isEmpty();
  }
}
