package dev.unhang.app.option;

import dev.unhang.linux.file.IoWords;
import dev.unhang.linux.file.OwnFolder;
import dev.unhang.linux.file.ResultFile;
import dev.unhang.linux.file.Root;
import dev.unhang.model.error.CannotWrite;
import dev.unhang.model.host.HostPath;
import dev.unhang.repair.guard.HoldFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/// Sets and lifts the hold that every step which changes the host asks for.
public final class HoldFolder {
  private static final int SLASH = HoldFile.PATH.value().lastIndexOf('/');
  private static final HostPath FOLDER = new HostPath(HoldFile.PATH.value().substring(0, SLASH));
  private static final String NAME = HoldFile.PATH.value().substring(SLASH + 1);

  private HoldFolder() {}

  /// Sets it.
  public static void set(String text) {
    try (OwnFolder folder = OwnFolder.make(Root.here(), FOLDER)) {
      folder.hide();
      ResultFile.writeOwn(folder, NAME, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
    } catch (IOException failed) {
      throw failed(failed);
    }
  }

  /// Lifts it.
  ///
  /// @return whether there was one
  public static boolean lift() {
    try (OwnFolder folder = OwnFolder.make(Root.here(), FOLDER)) {
      return folder.remove(NAME);
    } catch (IOException failed) {
      throw failed(failed);
    }
  }

  private static CannotWrite failed(IOException failed) {
    return new CannotWrite(HoldFile.PATH.value(), IoWords.of(failed), "see: ls -ld " + FOLDER);
  }
}
