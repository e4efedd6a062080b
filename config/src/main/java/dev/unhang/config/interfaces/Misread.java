package dev.unhang.config.interfaces;

import dev.unhang.model.host.HostPath;

/// A line at which the program that reads interfaces(5) gives up.
///
/// @param path the file
/// @param line counted from 1
/// @param why in the program's own words, as far as it has any
public record Misread(HostPath path, long line, String why) {
  @Override
  public String toString() {
    return path + ":" + line + ": " + why;
  }
}
