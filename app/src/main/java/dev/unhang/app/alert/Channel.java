package dev.unhang.app.alert;

import dev.unhang.watch.alert.Message;
import java.util.Optional;

/// A way out.
interface Channel {
  /// As deliveries name it.
  String name();

  /// Hands a message over. Never throws, and ends within a minute.
  ///
  /// @param json the same for programs
  /// @return why it was not taken, which hop said so; empty where it was
  Optional<String> send(Message message, String json);
}
