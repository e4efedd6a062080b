package dev.unhang.config.boot;

import dev.unhang.model.evidence.Reading;
import dev.unhang.model.evidence.WhyAbsent;
import dev.unhang.model.host.HostPath;
import dev.unhang.model.host.HostView;
import java.util.List;

/// Whether the program that a line calls is there. What was not saved may well be.
record EthtoolProgram(HostView host) {
  private static final List<String> FOLDERS =
      List.of("/usr/sbin/", "/sbin/", "/usr/bin/", "/bin/", "/usr/local/sbin/");

  /// Whether it is known not to be there.
  ///
  /// @param program as the line calls it
  boolean isMissing(String program) {
    return program.startsWith("/")
        ? isMissingAt(program)
        : FOLDERS.stream().allMatch(folder -> isMissingAt(folder + program));
  }

  private boolean isMissingAt(String path) {
    Reading<?> file = host.attributes(new HostPath(path));
    return file instanceof Reading.Absent<?> absent && absent.why() == WhyAbsent.NOT_OFFERED;
  }
}
