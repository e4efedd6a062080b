package dev.unhang.findings.witness;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unhang.model.evidence.Reading;
import dev.unhang.model.id.IpAddress;
import dev.unhang.model.topology.ElementKind;
import dev.unhang.model.topology.Topology;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The map of a host, as `unhang topology --json` prints it, and as somebody may have spoiled it.
class TopologyDocumentTest {
  private static final String SOUND =
      """
      {"schema": "unhang.topology/1",
       "elements": [
        {"name": "eno1", "kind": "nic", "label": null, "basis": "live", "bonding": null},
        {"name": "bond0", "kind": "bond", "label": null, "basis": "both",
         "bonding": {"mode": "active-backup", "active": "eno1", "arpMonitored": true}},
        {"name": "ovs0", "kind": "ovs-bridge", "label": null, "basis": "live", "bonding": null},
        {"name": "guest 100", "kind": "guest", "label": "nas", "basis": "configured", "bonding": null}],
       "ties": [
        {"lower": "eno1", "upper": "bond0", "basis": "live"},
        {"lower": "bond0", "upper": "guest 100", "basis": "live"}],
       "uses": [
        {"element": "bond0", "kind": "address", "text": "192.0.2.2/24"},
        {"element": "bond0", "kind": "default-route", "text": "default route via 192.0.2.1"}],
       "outages": [{"nic": "eno1", "effects": [{"element": "bond0"}], "uses": []}],
       "disagreements": [], "unread": []}
      """;

  private static Topology sound() {
    return Houses.document(SOUND).known().orElseThrow();
  }

  @Test
  void elementsTiesAndUsesAreRead() {
    Topology topology = sound();
    assertThat(topology.elements()).hasSize(4);
    assertThat(topology.above("eno1").getFirst().bonding().orElseThrow().arpMonitored()).isTrue();
    assertThat(topology.element("ovs0").orElseThrow().kind()).isEqualTo(ElementKind.OVS_BRIDGE);
    assertThat(topology.element("guest 100").orElseThrow().label()).contains("nas");
    assertThat(topology.usesOf("bond0")).hasSize(2);
  }

  @ParameterizedTest
  @CsvSource({
    "unhang.topology/1, unhang.topology/2, is unhang.topology/2; unhang.topology/1 is wanted",
    "unhang.topology/1, unhang.scan/1, is unhang.scan/1; unhang.topology/1 is wanted",
    "'\"kind\": \"nic\"', '\"kind\": \"router\"', elements 1 has 'kind': 'router'",
    "'\"name\": \"eno1\", ', '', elements 1 has no 'name'",
    "'\"name\": \"ovs0\"', '\"name\": \"eno1\"', has two elements called eno1",
    "'\"upper\": \"bond0\"', '\"upper\": \"bond9\"', 'a tie names bond9, which is no element'",
    "'\"ties\": [', '\"ties\": [7, ', 'ties'' holds more than objects'",
    "'\"uses\": [', '\"uses\": {}, \"u\": [', 'uses'' is no list'"
  })
  void whatIsWrongIsNamed(String found, String instead, String why) {
    Reading<Topology> reading =
        Houses.document(
            SOUND.replaceFirst(
                java.util.regex.Pattern.quote(found),
                java.util.regex.Matcher.quoteReplacement(instead)));
    assertThat(reading.known()).isEmpty();
    assertThat(reading.whyNot().orElse("")).contains(why.replace("''", "'"));
  }

  @Test
  void whateverTheTextNothingIsThrownAndNoHalfMapComesOut() {
    Random random = new Random(41);
    for (int i = 0; i < SOUND.length() - 2; i += 3) {
      assertThat(Houses.document(SOUND.substring(0, i)).known()).isEmpty();
      StringBuilder spoiled = new StringBuilder(SOUND);
      spoiled.setCharAt(i, (char) random.nextInt(0x250));
      Houses.document(spoiled.toString())
          .known()
          .ifPresent(topology -> assertThat(topology.elements()).hasSize(4));
    }
    assertThat(Houses.document("[".repeat(100_000)).known()).isEmpty();
    assertThat(Houses.document("{\"elements\":" + "{\"a\":".repeat(100_000)).known()).isEmpty();
  }

  @Test
  void targetsAreSeatedByWhatIsSaidByAddressAndByName() {
    HostMap one = new HostMap("pve-01", sound());
    TargetLocator seating = new TargetLocator(List.of(one));
    IpAddress elsewhere = IpAddress.parse("198.51.100.7").orElseThrow();
    assertThat(seating.named("guest 100"))
        .containsExactly(new TargetLocation("pve-01", "guest 100"));
    assertThat(seating.named("nas")).containsExactly(new TargetLocation("pve-01", "guest 100"));
    assertThat(seating.named("pve-01/nas"))
        .containsExactly(new TargetLocation("pve-01", "guest 100"));
    assertThat(seating.named("pve-02/nas")).isEmpty();
    assertThat(seating.of("any", IpAddress.parse("192.0.2.2").orElseThrow()))
        .contains(new TargetLocation("pve-01", "bond0"));
    assertThat(seating.of("nas", elsewhere)).contains(new TargetLocation("pve-01", "guest 100"));
    assertThat(seating.of("router", elsewhere)).isEmpty();
  }

  @Test
  void whatTwoHostsHaveSeatsNobody() {
    TargetLocator seating =
        new TargetLocator(List.of(new HostMap("pve-01", sound()), new HostMap("pve-02", sound())));
    assertThat(seating.named("nas")).hasSize(2);
    assertThat(seating.of("nas", IpAddress.parse("192.0.2.2").orElseThrow())).isEmpty();
    assertThat(seating.named("pve-02/nas"))
        .containsExactly(new TargetLocation("pve-02", "guest 100"));
  }
}
