package dev.unhang.watch.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unhang.model.host.HostPath;
import dev.unhang.model.id.InterfaceName;
import dev.unhang.model.id.PciAddress;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PolicyFileTest {
  private static final InterfaceName ENO1 = new InterfaceName("eno1");
  private static final Optional<PciAddress> CARD = PciAddress.parse("0000:00:19.0");

  private static Policy good(String text) {
    return ((PolicyReading.Good) PolicyFile.read(text)).policy();
  }

  private static PolicyFault onlyFault(String text) {
    return assertThat(((PolicyReading.Bad) PolicyFile.read(text)).faults())
        .hasSize(1)
        .first()
        .actual();
  }

  @Test
  void anEmptyFileIsTheUsualPolicy() {
    assertThat(good("# nothing yet\n")).isEqualTo(Policy.USUAL);
    assertThat(Policy.USUAL.usual().recover()).isEqualTo(RecoverRule.MILD);
    assertThat(Policy.USUAL.usual().prevent()).isEqualTo(PreventRule.LIVE);
    assertThat(Policy.USUAL.usual().reboot()).isEqualTo(RebootRule.NEVER);
  }

  @Test
  void aNicsOwnRulesStandOnTheUsualOnes() {
    Policy policy =
        good(
            """
            recover = "all"
            recoveries-per-hour = 5

            [nic.eno1]
            prevent = "keep"

            [nic."0000:00:1F.6"]
            recover = "off"
            """);
    assertThat(policy.of(ENO1, CARD))
        .isEqualTo(new NicPolicy(RecoverRule.ALL, PreventRule.KEEP, RebootRule.NEVER, 5));
    assertThat(policy.of(new InterfaceName("nic0"), PciAddress.parse("0000:00:1f.6")).recover())
        .isEqualTo(RecoverRule.OFF);
    assertThat(policy.of(new InterfaceName("eno2"), Optional.empty()).recover())
        .isEqualTo(RecoverRule.ALL);
  }

  @Test
  void whereItIsShownIsRead() {
    assertThat(good("").publishing()).isEqualTo(Publishing.NONE);
    Publishing six = good("[web]\nlisten = \"[::1]:9713\"\n").publishing();
    assertThat(six.listen()).contains(new Publishing.Address("::1", 9713));
    Publishing all =
        good("""
        [web]
        listen = "0.0.0.0:9713"
        token-file = "/etc/unhang/token"
        [metrics]
        textfile = "/var/lib/prometheus/node-exporter/unhang.prom"
        """)
            .publishing();
    assertThat(all.listen()).contains(new Publishing.Address("0.0.0.0", 9713));
    assertThat(all.token()).contains(new HostPath("/etc/unhang/token"));
    assertThat(all.textfile().orElseThrow().value()).endsWith("unhang.prom");
  }

  /// A card keeps its rule when it is renamed.
  @Test
  void theAddressGoesBeforeTheName() {
    Policy policy =
        good("[nic.eno1]\nrecover = \"off\"\n[nic.\"0000:00:19.0\"]\nrecover = \"all\"\n");
    assertThat(policy.of(ENO1, CARD).recover()).isEqualTo(RecoverRule.ALL);
    assertThat(policy.of(ENO1, Optional.empty()).recover()).isEqualTo(RecoverRule.OFF);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "recover = \"milf\" | 1 | 1 | recover is \"milf\"",
        "\\n  recover = 3 | 2 | 3 | recover is 3",
        "recovr = \"mild\" | 1 | 1 | there is no key \"recovr\"",
        "recoveries-per-hour = 21 | 1 | 1 | recoveries-per-hour is 21",
        "recoveries-per-hour = -1 | 1 | 1 | recoveries-per-hour is -1",
        "recoveries-per-hour = \"3\" | 1 | 1 | recoveries-per-hour is \"3\"",
        "[nic.eno1]\\nprevent = \"on\" | 2 | 1 | prevent is \"on\"",
        "[nic.eno1]\\nfoo = 1 | 2 | 1 | there is no key \"foo\"",
        "[nic.\"a/b\"]\\nrecover = \"off\" | 1 | 1 | neither an interface nor a PCI address",
        "nic = 3 | 1 | 1 | nic is no table",
        "web = 3 | 1 | 1 | web is no table",
        "[web]\\nlisten = \"localhost:9713\" | 2 | 1 | listen is \"localhost:9713\"",
        "[web]\\nlisten = \"127.0.0.1:0\" | 2 | 1 | listen is \"127.0.0.1:0\"",
        "[web]\\nlisten = \"127.0.0.256:9\" | 2 | 1 | listen is \"127.0.0.256:9\"",
        "[web]\\nlisten = \":9713\" | 2 | 1 | listen is \":9713\"",
        "[web]\\nlisten = \"0.0.0.0:9713\" | 2 | 1 | other hosts reach 0.0.0.0:9713",
        "[web]\\nlisten = \"[::]:9713\" | 2 | 1 | other hosts reach [::]:9713",
        "[web]\\nlisten = \"127.0.0.1:9713\"\\nport = 1 | 3 | 1 | there is no key \"port\"",
        "[metrics]\\ntextfile = \"x.prom\" | 2 | 1 | textfile is \"x.prom\"",
        "[nic]\\neno1 = true | 2 | 1 | nic.eno1 is no table",
        "reboot = \"always\" | 1 | 1 | reboot",
        "recover = \"all | 1 | 15 | Unexpected",
        "recover == \"all\" | 1 | 10 | Unexpected",
        "recover = \"all\"\\nrecover = \"off\" | 2 | 1 | recover",
      })
  void whatCannotBeTakenIsRefusedWithItsPlace(String text, int line, int column, String why) {
    PolicyFault fault = onlyFault(text.replace("\\n", "\n"));
    assertThat(fault.line()).isEqualTo(line);
    assertThat(fault.column()).isEqualTo(column);
    assertThat(fault.why()).contains(why);
    assertThat(fault.hint()).isNotBlank();
  }

  @Test
  void allFaultsAreToldInTheirOrder() {
    PolicyReading.Bad bad = (PolicyReading.Bad) PolicyFile.read("b = 1\nrecover = \"x\"\na = 1\n");
    assertThat(bad.faults()).extracting(PolicyFault::line).containsExactly(1, 2, 3);
  }
}
