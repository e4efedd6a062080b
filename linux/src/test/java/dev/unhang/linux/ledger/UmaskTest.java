package dev.unhang.linux.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unhang.linux.MountedHostControl;
import dev.unhang.linux.command.RunCommand;
import dev.unhang.linux.file.ResultFile;
import dev.unhang.linux.file.Root;
import dev.unhang.model.change.Change;
import dev.unhang.model.evidence.Content;
import dev.unhang.model.host.Command;
import dev.unhang.model.host.CommandOutput;
import dev.unhang.model.host.Entry;
import dev.unhang.model.host.FileEdit;
import dev.unhang.model.host.HostPath;
import dev.unhang.model.id.InterfaceName;
import dev.unhang.model.plan.Plan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What is made has its mode, whatever mask the process was started with.
class UmaskTest {
  @TempDir private Path folder = Path.of("");

  @ParameterizedTest
  @ValueSource(strings = {"000", "022", "077", "777"})
  void theMaskOfTheProcessDecidesNothing(String mask) throws IOException {
    Path kept = Files.writeString(folder.resolve("kept"), "before");
    Files.setPosixFilePermissions(kept, PosixFilePermissions.fromString("rw-rw-r--"));
    Command command =
        new Command(
            List.of(
                "sh",
                "-c",
                "umask " + mask + "; exec \"$@\"",
                "sh",
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                Maker.class.getName(),
                folder.toString()),
            Duration.ofSeconds(60));
    CommandOutput output = RunCommand.collect(command).known().orElseThrow();
    assertThat(output.exit()).as(output.err().utf8()).isZero();
    TreeMap<String, String> modes = new TreeMap<>();
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path each : all.toList()) {
        modes.put(
            folder.relativize(each).toString(),
            PosixFilePermissions.toString(Files.getPosixFilePermissions(each)));
      }
    }
    modes.remove("");
    assertThat(modes)
        .hasToString(
            "{entry=rw-r--r--, entry.d=rwxr-xr-x, kept=rw-rw-r--, report=rw-------,"
                + " var=rwxr-xr-x, var/lib=rwxr-xr-x, var/lib/unhang=rwx------,"
                + " var/lib/unhang/changes=rwx------, var/lib/unhang/changes/0001=rw-------,"
                + " var/lib/unhang/lock=rw-------}");
  }

  /// Makes all that unhang makes, below the folder that it is told.
  static final class Maker {
    private Maker() {}

    public static void main(String[] folder) throws IOException {
      Root root = Root.mounted(new HostPath(folder[0]));
      MountedHostControl control = new MountedHostControl(root);
      control.make(new HostPath("/entry"), new Entry.NewFile(Content.of("new")));
      control.make(new HostPath("/entry.d"), new Entry.Folder());
      control.replaceFile(
          new FileEdit(new HostPath("/kept"), Content.of("before"), Content.of("after")));
      ResultFile.write(folder[0] + "/report", out -> out.write(1));
      WriterLock.take(root, new HostPath("/var/lib/unhang/lock")).close();
      Plan plan =
          new Plan(new InterfaceName("eno1"), Optional.empty(), List.of(), List.of(), "abcdef");
      FileLedger ledger =
          new FileLedger(
              root, new HostPath("/var/lib/unhang/changes"), () -> Instant.EPOCH, Optional::empty);
      ledger.reached(ledger.begin(plan, "fix"), Change.State.DONE);
    }
  }
}
