package dev.unhang.app.watching;

import dev.unhang.model.error.CannotRead;
import dev.unhang.model.evidence.Content;
import dev.unhang.model.evidence.Reading;
import dev.unhang.model.evidence.WhyAbsent;
import dev.unhang.model.host.FileAttributes;
import dev.unhang.model.host.HostPath;
import dev.unhang.model.host.HostView;
import dev.unhang.watch.policy.Policy;
import dev.unhang.watch.policy.PolicyFile;
import dev.unhang.watch.policy.PolicyReading;

/// The policy file of a host. Without one the usual policy holds; one that can't be read, or that
/// others than its owner may write to, is none to act on.
public final class PolicyText {
  /// The bits of group and others that may write.
  private static final int OTHERS_WRITE = 0_022;

  private PolicyText() {}

  /// Reads it.
  ///
  /// Throws CannotRead where it is there and can't be followed.
  public static PolicyReading read(HostView host, HostPath path) {
    Reading<Content> text = host.read(path);
    if (text instanceof Reading.Absent<Content> absent
        && absent.why() == WhyAbsent.NOT_OFFERED
        && path.equals(PolicyFile.PATH)) {
      return new PolicyReading.Good(Policy.USUAL);
    }
    Content content =
        text.known()
            .orElseThrow(() ->
                new CannotRead(
                    "read the policy",
                    path.value(),
                    text.whyNot().orElse("not read"),
                    "see: ls -l " + path));
    boolean open =
        host.attributes(path)
            .known()
            .flatMap(FileAttributes::mode)
            .filter(mode -> (mode & OTHERS_WRITE) != 0)
            .isPresent();
    if (open) {
      throw new CannotRead(
          "trust the policy",
          path.value(),
          "others than its owner may write to it",
          "chmod go-w " + path);
    }
    return PolicyFile.read(content.utf8());
  }
}
