package dev.unhang.lab.scenario;

import dev.unhang.lab.Story;
import dev.unhang.lab.guest.Guest;

/// What a change must leave as it was: the NIC's features, and its line in interfaces(5).
///
/// @param features of `ethtool -k`
/// @param interfaces the file
record SameState(String features, String interfaces) {
  static SameState of(Guest host) {
    return new SameState(
        host.must("ethtool", "-k", "eno1"), host.must("cat", "/etc/network/interfaces"));
  }

  /// Checks that the host is in it.
  void check(Story story, String when, Guest host) {
    SameState now = of(host);
    story.check(
        when + ": the features are as they were", now.features.equals(features), now.features);
    checkFile(story, when, host);
  }

  /// Checks the file alone.
  void checkFile(Story story, String when, Guest host) {
    String now = of(host).interfaces;
    story.check(when + ": the file is as it was", now.equals(interfaces), now);
  }
}
