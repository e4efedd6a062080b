package dev.unhang.lab.scenario;

import dev.unhang.lab.Story;
import dev.unhang.lab.guest.Guest;

/// What a change must leave as it was: the NIC's features, and its line in interfaces(5).
///
/// @param features of `ethtool -k`
/// @param interfaces the file
record SameState(String features, String interfaces) {
  static SameState of(Guest host) {
    return new SameState(features(host, "eno1"), file(host));
  }

  /// Checks that the host is in it.
  void check(Story story, String when, Guest host) {
    checkFeatures(story, when, host, "eno1");
    checkFile(story, when, host);
  }

  /// Checks the features alone, of a NIC that may have another name by now.
  void checkFeatures(Story story, String when, Guest host, String nic) {
    String now = features(host, nic);
    story.check(when + ": the features are as they were", now.equals(features), now);
  }

  /// Checks the file alone.
  void checkFile(Story story, String when, Guest host) {
    String now = file(host);
    story.check(when + ": the file is as it was", now.equals(interfaces), now);
  }

  private static String file(Guest host) {
    return host.must("cat", "/etc/network/interfaces");
  }

  /// Without the line that names the NIC.
  private static String features(Guest host, String nic) {
    return host.must("ethtool", "-k", nic).replaceFirst(".*\n", "");
  }
}
