package dev.unhang.app.alert;

import dev.unhang.app.json.AlertJson;
import dev.unhang.linux.command.FedProgram;
import dev.unhang.linux.file.IoWords;
import dev.unhang.linux.file.OwnFolder;
import dev.unhang.linux.file.ResultFile;
import dev.unhang.linux.file.Root;
import dev.unhang.model.error.CannotWrite;
import dev.unhang.model.evidence.Content;
import dev.unhang.model.host.Command;
import dev.unhang.model.host.HostPath;
import dev.unhang.model.host.HostView;
import dev.unhang.watch.alert.Alert;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/// Alerts on disk, a file an episode: each is replaced as a whole, so that after a crash it is the
/// former or the present one.
public final class AlertFolder {
  private static final String SUFFIX = ".json";

  private final HostPath folder;

  /// @param folder `/var/lib/unhang/watch`
  public AlertFolder(HostPath folder) {
    this.folder = folder;
  }

  /// All that can be read.
  public List<Alert> read(HostView host) {
    return host.list(folder).known().orElse(List.of()).stream()
        .filter(name -> name.endsWith(SUFFIX))
        .flatMap(name -> host.read(folder.resolve(name)).known().stream())
        .map(Content::utf8)
        .flatMap(text -> StoredAlert.read(text).stream())
        .toList();
  }

  /// Brings one to disk. Throws CannotWrite where it can't be.
  public void keep(Alert alert) {
    byte[] text = AlertJson.stored(alert).text().getBytes(StandardCharsets.UTF_8);
    try (OwnFolder own = OwnFolder.make(Root.here(), folder)) {
      ResultFile.writeOwn(own, alert.account().id() + SUFFIX, out -> out.write(text));
    } catch (IOException failed) {
      throw failed(failed);
    }
  }

  /// Takes one away.
  public void forget(String id) {
    try (OwnFolder own = OwnFolder.make(Root.here(), folder)) {
      own.remove(id + SUFFIX);
    } catch (IOException failed) {
      throw failed(failed);
    }
  }

  /// Has a program read a text, from a file that is there as long as that takes.
  ///
  /// @return why it did not take it; empty where it did
  Optional<String> feed(Command command, String name, String text) {
    try (OwnFolder own = OwnFolder.make(Root.here(), folder)) {
      ResultFile.writeOwn(own, name, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
      Optional<String> trouble = FedProgram.run(command, own.shown(name));
      own.remove(name);
      return trouble;
    } catch (IOException failed) {
      throw failed(failed);
    }
  }

  private CannotWrite failed(IOException failed) {
    return new CannotWrite(folder.value(), IoWords.of(failed), "see: ls -ld " + folder);
  }
}
