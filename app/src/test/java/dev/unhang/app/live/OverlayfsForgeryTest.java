package dev.unhang.app.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.unhang.logs.LogReading;
import dev.unhang.model.evidence.Origin;
import dev.unhang.model.evidence.Trouble;
import dev.unhang.model.log.LogFacts;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Promise 4, broken for real: a user without any privilege mounts an overlay in a user namespace
/// of their own, and the kernel logs what they wrote as its own record, facility 0. The mount is
/// gone with the namespace.
///
/// Kernel: fs/overlayfs/super.c, ovl_mount_dir_noesc() and ovl_parse_opt() (v6.1); fs/fs_parser.c,
/// vfs_parse_fs_param() (v6.18)
class OverlayfsForgeryTest {
  private static final String NIC = "uhf" + ProcessHandle.current().pid();

  /// Without commas, which end an option.
  private static final String HANG =
      "e1000e 0000:00:19.0 "
          + NIC
          + ": Detected Hardware Unit Hang:\n"
          + "  TDH                  <61>\n"
          + "  TDT                  <90>\n"
          + "  next_to_use          <90>\n"
          + "  next_to_clean        <60>";

  private static final String IN_A_FOLDER_OF_ITS_OWN =
      "mount -t tmpfs tmpfs /tmp && cd /tmp && mkdir lower upper work merged"
          + " && mount -i -t overlay overlay -o \"$1\" merged";

  /// As a user who is nobody, in namespaces of their own.
  private static List<String> byNobody(String mountOptions) {
    List<String> argv = new ArrayList<>();
    if ("root".equals(System.getProperty("user.name"))) {
      argv.addAll(List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups", "--"));
    }
    argv.addAll(List.of("unshare", "--user", "--map-root-user", "--mount", "--", "sh", "-c"));
    argv.addAll(List.of(IN_A_FOLDER_OF_ITS_OWN, "sh", mountOptions));
    return argv;
  }

  @BeforeAll
  static void usersMayMountOverlays() {
    assumeTrue(
        FollowedKernel.works(byNobody("lowerdir=lower,upperdir=upper,workdir=work")),
        "users can't mount overlayfs here: no user namespaces, or a kernel before 5.11");
  }

  private static String forge(FollowedKernel kernel, String mountOptions) throws Exception {
    assertThat(FollowedKernel.works(byNobody(mountOptions))).isFalse();
    return kernel.recordWith(NIC);
  }

  /// What the kernel says before the user's words, and what the user writes before them.
  @ParameterizedTest
  @CsvSource({
    "overlayfs, 'lowerdir=lower,upperdir=upper,workdir=/nope\n'",
    "overlay, 'lowerdir=lower,upperdir=upper,workdir=work,nope\n'",
    "overlay, 'lowerdir=lower,upperdir=upper,workdir=work,\n'",
    "overlay, 'lowerdir=lower,upperdir=upper,workdir=work,'"
  })
  void aHangThatAUserHasMountedIsNone(String kernels, String before) throws Exception {
    try (FollowedKernel kernel = new FollowedKernel()) {
      String record = forge(kernel, before + HANG);
      assertThat(record)
          .as("the kernel's own record, with the user's newlines escaped")
          .matches("[0-7],\\d+,\\d+,[^;]*;" + kernels + ": [^\n]*\n( [^\n]*\n)*")
          .contains("Detected Hardware Unit Hang:\\x0a  TDH                  <61>\\x0a");
      LogFacts facts = kernel.facts();
      assertThat(facts.episodes()).isEmpty();
      assertThat(facts.troubles())
          .extracting(Trouble::toString)
          .anyMatch(trouble -> trouble.contains("not counted"));
      assertThat(read(genuine(record)).episodes()).hasSize(1);
    }
  }

  /// A reset and a link that went down, which count in the table of a boot.
  @Test
  void otherWordsOfADriverThatAUserHasMountedAreNone() throws Exception {
    String driver = "\ne1000e 0000:00:19.0 " + NIC + ": ";
    try (FollowedKernel kernel = new FollowedKernel()) {
      forge(
          kernel,
          "lowerdir=lower,upperdir=upper,workdir=work,nope"
              + driver
              + "Reset adapter unexpectedly"
              + driver
              + "NIC Link is Down"
              + "\nNETDEV WATCHDOG: "
              + NIC
              + " (e1000e): transmit queue 0 timed out");
      LogFacts facts = kernel.facts();
      assertThat(facts.counts()).isEqualTo(LogFacts.Counts.NONE);
      assertThat(facts.faults()).isEmpty();
    }
  }

  /// The control: the same header and the same report, as the driver itself would log it.
  private static String genuine(String forged) {
    return forged.substring(0, forged.indexOf(';') + 1) + HANG.replace("\n", "\\x0a") + "\n";
  }

  private static LogFacts read(String record) {
    LogReading reading = new LogReading(new Origin("control"));
    byte[] bytes = record.getBytes(StandardCharsets.UTF_8);
    reading.acceptRecords(bytes, 0, bytes.length);
    return reading.finish().known().orElseThrow();
  }
}
