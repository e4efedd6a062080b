package dev.unhang.app.watching;

import dev.unhang.app.json.StatusJson;
import dev.unhang.linux.file.IoWords;
import dev.unhang.linux.file.OwnFolder;
import dev.unhang.linux.file.ResultFile;
import dev.unhang.linux.file.Root;
import dev.unhang.model.error.CannotRead;
import dev.unhang.model.error.CannotWrite;
import dev.unhang.model.evidence.Content;
import dev.unhang.model.host.HostPath;
import dev.unhang.model.host.HostView;
import dev.unhang.watch.standing.Standing;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.Optional;

/// The file by which the watch says how things stand. It ends with the boot, as the watch does.
public final class StandingFile {
  /// How often it is written.
  static final Duration EVERY = Duration.ofSeconds(2);

  private static final HostPath FOLDER = new HostPath("/run/unhang");
  private static final String NAME = "watch.json";

  private StandingFile() {}

  /// Replaces it. Throws CannotWrite.
  static void write(Standing standing) {
    byte[] text = StatusJson.document(standing).text().getBytes(StandardCharsets.UTF_8);
    try (OwnFolder folder = OwnFolder.make(Root.here(), FOLDER)) {
      ResultFile.writeOwn(folder, NAME, out -> out.write(text));
    } catch (IOException failed) {
      throw new CannotWrite(
          FOLDER.resolve(NAME).value(), IoWords.of(failed), "see: ls -ld " + FOLDER);
    }
  }

  /// Takes it away: the watch ends.
  static void remove() {
    try (OwnFolder folder = OwnFolder.make(Root.here(), FOLDER)) {
      folder.remove(NAME);
    } catch (IOException failed) {
      throw new CannotWrite(
          FOLDER.resolve(NAME).value(), IoWords.of(failed), "see: ls -ld " + FOLDER);
    }
  }

  /// As it was last written; empty where no watch runs. Throws CannotRead where it is damaged.
  public static Optional<Standing> read(HostView host) {
    Optional<String> text = host.read(FOLDER.resolve(NAME)).known().map(Content::utf8);
    try {
      return text.map(StatusJson::read);
    } catch (IllegalArgumentException | DateTimeException damaged) {
      throw new CannotRead(
          "read " + FOLDER.resolve(NAME),
          "",
          "it is not what this version of unhang writes",
          "systemctl restart unhang-watch");
    }
  }
}
