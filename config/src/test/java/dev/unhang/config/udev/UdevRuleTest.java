package dev.unhang.config.udev;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unhang.config.networkd.LinkIdentity;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UdevRuleTest {
  private static final LinkIdentity NIC =
      new LinkIdentity(
          "eno1",
          List.of("enp0s31f6"),
          Optional.of("52:54:00:00:00:01"),
          Optional.of("pci-0000:00:1f.6"),
          Optional.of("e1000e"));

  private static UdevRule rule(String text) {
    return UdevRule.parse(text.replace('`', '"')).getFirst();
  }

  /// Backquotes stand for quotes.
  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '^',
      delimiter = ';',
      value = {
        "ACTION==`add`, SUBSYSTEM==`net`, DRIVERS==`e1000e`, RUN+=`x` ; true",
        "ACTION==`add|change`, SUBSYSTEM==`net`, KERNELS==`0000:00:1f.6`, RUN+=`x` ; true",
        "SUBSYSTEM==`net`, ATTR{address}==`52:54:00:00:00:01`, RUN+=`x` ; true",
        "SUBSYSTEM==`net`, NAME==`eno1`, RUN+=`x` ; true",
        "SUBSYSTEM==`net`, KERNELS==`0000:02:00.0`, RUN+=`x` ; false",
        "SUBSYSTEM==`net`, KERNELS!=`0000:02:00.0`, RUN+=`x` ; true",
        "ACTION==`remove`, SUBSYSTEM==`net`, RUN+=`x` ; false",
        "SUBSYSTEM==`net`, TEST==`/x`, RUN+=`x` ; false",
        "SUBSYSTEM==`block`, DRIVERS==`e1000e`, RUN+=`x` ; false",
        "DRIVERS==`e1000e`, RUN+=`x` ; false"
      })
  void whichNicARuleIsFor(String text, boolean fits) {
    assertThat(rule(text).fits(NIC)).isEqualTo(fits);
  }

  @Test
  void whatItSwitchesIsOnTheNicThatAppears() {
    String head = "ACTION==`add`, SUBSYSTEM==`net`, ";
    for (String run :
        List.of(
            "RUN+=`/usr/sbin/ethtool -K $name tso off gso off`",
            "RUN{program}+=`/usr/sbin/ethtool -K %k tso off gso off`",
            "RUN+=`/bin/sh -c '/usr/sbin/ethtool -K $env{INTERFACE} tso off gso off'`")) {
      assertThat(rule(head + run).switches("eno1").getFirst().switches())
          .as(run)
          .hasSize(2)
          .allMatch(each -> each.nic().equals("eno1") && !each.on());
    }
  }

  @Test
  void continuedLinesAreJoinedAndCommentsAreNot() {
    assertThat(UdevRule.parse("# SUBSYSTEM==\"net\" \\\nSUBSYSTEM==\"net\", \\\n  NAME==\"a\"\n"))
        .singleElement()
        .satisfies(rule -> {
          assertThat(rule.line()).isEqualTo(2);
          assertThat(rule.pairs()).hasSize(2);
        });
  }
}
