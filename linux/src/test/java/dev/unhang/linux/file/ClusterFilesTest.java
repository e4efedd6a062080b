package dev.unhang.linux.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.unhang.linux.command.RunCommand;
import dev.unhang.model.evidence.Content;
import dev.unhang.model.host.Command;
import dev.unhang.model.host.CommandOutput;
import dev.unhang.model.host.FileAttributes;
import dev.unhang.model.host.HostPath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A named pipe that nobody writes to blocks whoever reads it, as pmxcfs does without quorum.
class ClusterFilesTest {
  @TempDir Path folder;

  private final ClusterFiles files = new ClusterFiles(Duration.ofMillis(500));

  private HostPath path(String name) {
    return new HostPath(folder.resolve(name).toString());
  }

  @Test
  void filesAndFoldersAreReadByPrograms() throws IOException {
    Files.writeString(folder.resolve("100.conf"), "name: nas\n");
    Files.createSymbolicLink(folder.resolve("local"), Path.of("nodes/pve-02"));
    assertThat(files.read(path("100.conf")).known()).contains(Content.of("name: nas\n"));
    assertThat(files.list(path("")).known()).contains(List.of("100.conf", "local"));
    assertThat(files.link(path("local")).known()).contains("nodes/pve-02");
    assertThat(files.attributes(path("100.conf")).known())
        .map(FileAttributes::kind)
        .contains(FileAttributes.Kind.FILE);
  }

  @Test
  void whatIsNotThereIsAbsent() {
    assertThat(files.read(path("999.conf")).whyNot())
        .hasValueSatisfying(why -> assertThat(why).startsWith("not offered"));
  }

  @Test
  void aFileThatBlocksIsGivenUpAndNothingMoreIsAsked() throws IOException {
    Command make = new Command(List.of("mkfifo", path("pipe").value()), Duration.ofSeconds(10));
    assumeTrue(
        RunCommand.collect(make).known().map(CommandOutput::exit).filter(e -> e == 0).isPresent(),
        "no named pipe can be made here");
    Files.writeString(folder.resolve("100.conf"), "name: nas\n");
    assertThat(files.read(path("pipe")).whyNot())
        .hasValueSatisfying(why -> assertThat(why).contains("without quorum it can block"));
    assertThat(files.read(path("100.conf")).whyNot())
        .hasValueSatisfying(why -> assertThat(why).contains("not asked again"));
  }
}
