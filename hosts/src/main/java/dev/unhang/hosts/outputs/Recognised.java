package dev.unhang.hosts.outputs;

import java.util.List;

/// What is in a text that a person put together.
///
/// @param outputs of programs, in the order they stand
/// @param files of the host that `cat` printed
/// @param strangers outputs of commands that are not known here
public record Recognised(
    List<PastedOutput> outputs, List<PastedFile> files, List<Stranger> strangers) {
  public Recognised {
    outputs = List.copyOf(outputs);
    files = List.copyOf(files);
    strangers = List.copyOf(strangers);
  }

  /// Whether nothing of a host is in it.
  public boolean isEmpty() {
    return outputs.isEmpty() && files.isEmpty();
  }

  /// What a command printed that is not known here.
  ///
  /// @param command as typed
  public record Stranger(String command, PastedText text) {}
}
