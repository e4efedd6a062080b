package dev.unhang.app.source;

import dev.unhang.model.host.HostPath;
import dev.unhang.model.host.HostView;
import java.util.List;

/// One connection for several questions to the same host: the first opens it, and for a minute
/// those that follow need not log in again. Its socket is in the person's own `~/.ssh`, where no
/// other user can lay one; without that folder each question has a connection of its own.
///
/// Man: ssh_config(5), ControlMaster, ControlPath, ControlPersist
final class SharedConnection {
  /// `%C` is a hash of whence, whither and as whom. A socket's path may have 107 bytes, and ssh
  /// makes it under a name that is 17 longer.
  private static final String SOCKET = "/unhang-%C";

  private static final int LONGEST_FOLDER = 107 - 17 - "/unhang-".length() - 40;

  private SharedConnection() {}

  /// @param folder the person's `.ssh`
  /// @return options of ssh, each for a `-o`
  static List<String> options(HostView here, HostPath folder) {
    if (!suits(folder.value()) || here.list(folder).known().isEmpty()) {
      return List.of("ControlMaster=no", "ControlPath=none");
    }
    return List.of(
        "ControlMaster=auto", "ControlPersist=60", "ControlPath=" + folder.value() + SOCKET);
  }

  /// A blank would end the value, and a percent sign begins a token.
  private static boolean suits(String folder) {
    return folder.length() <= LONGEST_FOLDER
        && folder.chars().allMatch(c -> c > ' ' && c < 0x7f && c != '%' && c != '"');
  }
}
