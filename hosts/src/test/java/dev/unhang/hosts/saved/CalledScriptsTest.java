package dev.unhang.hosts.saved;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unhang.config.boot.CalledScripts;
import dev.unhang.model.evidence.Trouble;
import dev.unhang.model.host.HostPath;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Scripts that a line, a hook or a unit runs, on a host whose files were saved.
class CalledScriptsTest {
  private static final String SCRIPT = "#!/bin/sh\nethtool -K \"$1\" tso off\n";
  private static final String TUNING = "/usr/local/sbin/tuning.sh";

  private final EvidenceDraft draft = new EvidenceDraft("saved");

  private CalledScriptsTest file(String path, String text) {
    draft.file(new HostPath(path), text.getBytes(StandardCharsets.UTF_8), path);
    return this;
  }

  private CalledScriptsTest stanza(String option) {
    return file("/etc/network/interfaces", "auto eno1\niface eno1 inet manual\n\t" + option + "\n");
  }

  private List<String> told(String nic) {
    return CalledScripts.of(new SavedHostView(draft.hosts().getFirst()), nic).stream()
        .map(Trouble::toString)
        .toList();
  }

  @Test
  void aLineThatRunsAScriptWhichSwitchesIsNamed() {
    stanza("post-up " + TUNING + " eno1").file(TUNING, SCRIPT);
    assertThat(told("eno1"))
        .singleElement()
        .asString()
        .contains("/etc/network/interfaces:3", TUNING, "switches offloads");
    assertThat(told("eno2")).isEmpty();
  }

  @Test
  void aScriptThatSwitchesNothingIsNot() {
    stanza("post-up " + TUNING).file(TUNING, "#!/bin/sh\nethtool -s eno1 wol g\n");
    assertThat(told("eno1")).isEmpty();
  }

  @Test
  void aScriptThatWasNotReadIsNamed() {
    stanza("post-up " + TUNING);
    assertThat(told("eno1")).singleElement().asString().contains(TUNING, "was not read");
  }

  @Test
  void aHookIsLookedIntoForOneLevel() {
    stanza("mtu 1500")
        .file("/etc/network/if-up.d/tuning", "#!/bin/sh\nexec " + TUNING + " eno1\n")
        .file(TUNING, SCRIPT);
    assertThat(told("eno1")).singleElement().asString().contains("if-up.d/tuning", TUNING);
  }

  @Test
  void aUnitCountsOnlyWhereItIsEnabled() {
    String unit = "[Service]\nExecStart=" + TUNING + " eno1\n";
    stanza("mtu 1500").file("/etc/systemd/system/tuning.service", unit).file(TUNING, SCRIPT);
    assertThat(told("eno1")).isEmpty();
    file("/etc/systemd/system/multi-user.target.wants/tuning.service", unit);
    assertThat(told("eno1")).singleElement().asString().contains("tuning.service:2", TUNING);
  }
}
