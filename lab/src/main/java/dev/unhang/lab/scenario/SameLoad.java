package dev.unhang.lab.scenario;

import dev.unhang.lab.Story;
import dev.unhang.lab.guest.Guest;
import dev.unhang.lab.guest.KernelLog;
import dev.unhang.lab.load.Load;
import dev.unhang.lab.load.Load.Sent;
import dev.unhang.lab.qemu.Machine;
import java.time.Duration;
import java.util.Locale;

/// The same load, every time it is asked whether the card hangs: from nas, through eno1. That it
/// hangs is seen within seconds; that it doesn't is believed only after as long as would make the
/// emulated erratum strike five times over (it strikes after 4 s).
///
/// @param story is told
/// @param machine whose eno1 it is
record SameLoad(Story story, Machine machine) {

  /// Long enough to hang, and short enough to ask about the hang before the driver's own reset,
  /// which comes some 20 s after the card has stopped.
  private static final Duration UNTIL_IT_HANGS = Duration.ofSeconds(8);

  private static final Duration LASTING = Duration.ofSeconds(20);

  /// A report comes 4 to 8 s after an 82574 has stopped.
  private static final Duration REPORT_BOUND = Duration.ofSeconds(15);

  /// Above what the emulated erratum needs (32); 200 to 300 are reached with segmentation done by
  /// the kernel. A quiet that was seen under less than this proves nothing.
  private static final double ENOUGH_MEGABITS = 50;

  private static final String ROUTER = "10.0.2.2";

  void hangs(String when) {
    Guest host = machine.guest();
    int before = host.kernelLog().hangs();
    send(when, UNTIL_IT_HANGS);
    story.expect(when + ": the card hangs", REPORT_BOUND, () -> host.kernelLog().hangs() > before);
  }

  void doesNotHang(String when) {
    Guest host = machine.guest();
    int before = host.kernelLog().hangs();
    Sent sent = send(when, LASTING);
    KernelLog log = host.kernelLog();
    story.check(when + ": the card does not hang", log.hangs() == before, log.story());
    story.check(when + ": it was sent to the end", sent.client().ok(), sent.client().transcript());
    story.check(when + ": it was a real load", sent.megabits() >= ENOUGH_MEGABITS, megabits(sent));
    story.check(
        when + ": nas still reaches the router", host.inside("nas").reaches(ROUTER), log.story());
  }

  private Sent send(String when, Duration lasting) {
    Guest host = machine.guest();
    story.tell(when + ": nas sends as fast as it can for " + lasting.toSeconds() + " s");
    Sent sent = new Load(host, host.inside("nas"), "eno1", lasting).send();
    story.tell("  " + megabits(sent));
    return sent;
  }

  private static String megabits(Sent sent) {
    return String.format(Locale.ROOT, "%.0f Mbit/s over the whole time", sent.megabits());
  }
}
