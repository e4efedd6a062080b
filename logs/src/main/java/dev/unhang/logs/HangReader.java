package dev.unhang.logs;

import dev.unhang.logs.message.MessageFamilies;
import dev.unhang.logs.message.UnitHang;
import dev.unhang.logs.record.LogRecord;
import dev.unhang.logs.record.LogRecord.Border;
import dev.unhang.model.evidence.Place;
import dev.unhang.model.evidence.Trouble;
import dev.unhang.model.log.KernelEvent;
import dev.unhang.model.log.KernelEvent.AdapterReset;
import dev.unhang.model.log.KernelEvent.BootBegins;
import dev.unhang.model.log.KernelEvent.FaultReported;
import dev.unhang.model.log.KernelEvent.FenceBegins;
import dev.unhang.model.log.KernelEvent.HangReported;
import dev.unhang.model.log.KernelEvent.LinkChanged;
import dev.unhang.model.log.KernelEvent.Noticed;
import dev.unhang.model.log.KernelEvent.Renamed;
import dev.unhang.model.log.KernelEvent.ShutdownBegins;
import dev.unhang.model.log.KernelEvent.TransmitTimedOut;
import dev.unhang.model.log.KernelEvent.WatchdogFired;
import dev.unhang.model.log.LoggedNic;
import dev.unhang.model.log.SameNic;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/// Reads records, says what happened to NICs. The one reader behind scan, doctor, load and whatever
/// follows a log: each record takes a small immutable state to the next one, so a reading can be
/// stopped, stored and gone on with anywhere.
///
/// An unprivileged user can get chosen text, newlines included, into a genuine kernel record. A
/// report therefore counts only where its header can be a record's first line; what is refused is
/// named as a trouble.
public final class HangReader {
  /// Reports that can be open at once. A host has few NICs; interleaving more means noise.
  private static final int MAX_OPEN = 8;

  /// Lines without a field after which a report has ended.
  private static final int PATIENCE = 40;

  private HangReader() {}

  /// What is carried from record to record.
  ///
  /// @param open reports that may go on
  /// @param lines number of the last line, where the log is text: of a bulk log only those are read
  ///   that may matter; else how many were read
  /// @param inDump whether the last line with a stamp belongs to a report: only then do lines
  ///   without a stamp
  /// @param begun the line before, or its pieces so far, where more of it may come: a mail program
  ///   or a terminal may have broken it
  /// @param held what these pieces say by themselves, until it is known that no more come
  public record State(
      List<OpenDumpHandle> open,
      long lines,
      boolean inDump,
      Optional<LogRecord> begun,
      Optional<KernelEvent> held) {
    public State {
      open = List.copyOf(open);
    }

    /// Before the first record.
    public static final State START =
        new State(List.of(), 0, false, Optional.empty(), Optional.empty());
  }

  /// Hides what an open report looks like from those who only carry the state.
  public sealed interface OpenDumpHandle permits Held {}

  record Held(OpenDump dump) implements OpenDumpHandle {}

  /// One step: the next state, what happened, and what was refused.
  ///
  /// @param mended the line that the record is the last piece of so far, where it was broken
  public record Step(
      State state, List<KernelEvent> events, List<Trouble> troubles, Optional<LogRecord> mended) {
    public Step {
      events = List.copyOf(events);
      troubles = List.copyOf(troubles);
    }
  }

  /// Takes the next record.
  public static Step accept(State state, LogRecord record) {
    Work work = new Work(state);
    Optional<LogRecord> mended =
        state
            .begun()
            .flatMap(
                begun -> BrokenLine.mended(begun, record, state.held(), !state.open().isEmpty()));
    if (mended.isEmpty()) {
      work.release();
    }
    LogRecord whole = mended.orElse(record);
    List<String> lines = whole.lines();
    for (int i = 0; i < lines.size(); i++) {
      work.line(whole, lines.get(i), i == 0);
    }
    if (record.border() == Border.KEPT) {
      work.closeAll(dump -> dump.opening().place().equals(record.place()));
    }
    return work.step(mended);
  }

  /// No more records will come, or none soon: reports that are open end here.
  public static Step flush(State state) {
    Work work = new Work(state);
    work.release();
    work.closeAll(dump -> true);
    return work.step(Optional.empty());
  }

  /// The state opened up for one step.
  private static final class Work {
    private final List<OpenDump> open = new ArrayList<>();
    private final List<KernelEvent> events = new ArrayList<>();
    private final List<Trouble> troubles = new ArrayList<>();
    private long now;
    private boolean inDump;
    private Optional<LogRecord> begun;
    private Optional<KernelEvent> held;

    Work(State state) {
      for (OpenDumpHandle handle : state.open()) {
        open.add(((Held) handle).dump());
      }
      now = state.lines();
      inDump = state.inDump();
      begun = state.begun();
      held = state.held();
    }

    Step step(Optional<LogRecord> mended) {
      List<OpenDumpHandle> handles = new ArrayList<>();
      for (OpenDump dump : open) {
        handles.add(new Held(dump));
      }
      return new Step(new State(handles, now, inDump, begun, held), events, troubles, mended);
    }

    void line(LogRecord record, String line, boolean first) {
      now = record.place() instanceof Place.Line at ? at.number() : now + 1;
      closeAll(dump -> now - dump.fedAt() > PATIENCE);
      boolean belongs = record.isKernels() && lineOfReport(record, line, first);
      if (record.border() == Border.STAMPED) {
        inDump = belongs;
      }
      boolean begins = mayBegin(record, first);
      Optional<KernelEvent> event =
          begins && !belongs ? MessageFamilies.read(record, line) : Optional.empty();
      held = Optional.empty();
      if (record.border() == Border.KEPT) {
        begun = Optional.empty();
        event.ifPresent(this::happened);
      } else {
        held = event;
        begun =
            belongs ? Optional.empty() : event.map(it -> record).or(() -> begun(record, begins));
      }
    }

    /// Nothing more of what was held comes.
    void release() {
      Optional<KernelEvent> told = held;
      held = Optional.empty();
      if (told.isPresent()) {
        begun = Optional.empty();
        happened(told.get());
      }
    }

    /// What may be a line's beginning with its next piece, or may become one.
    private Optional<LogRecord> begun(LogRecord record, boolean begins) {
      return begun
          .flatMap(it -> BrokenLine.longer(it, record))
          .or(() -> Optional.of(record).filter(it -> begins || inDump));
    }

    private boolean lineOfReport(LogRecord record, String line, boolean first) {
      if (UnitHang.mentions(line)) {
        return header(record, line, first);
      }
      Map<String, String> fields = UnitHang.fields(line);
      return !fields.isEmpty() && fields(record, line, fields);
    }

    private boolean header(LogRecord record, String line, boolean first) {
      Optional<LoggedNic> nic = UnitHang.header(line);
      if (nic.isEmpty()) {
        troubles.add(
            new Trouble(
                record.place(), "quotes a hang report, or is in a format not known; not counted"));
        return false;
      }
      if (!mayBegin(record, first)) {
        troubles.add(
            new Trouble(
                record.place(), "text of a hang report inside another record, not counted"));
        return false;
      }
      closeAll(dump -> dump.nic().equals(nic.get()));
      if (open.size() == MAX_OPEN) {
        ended(open.removeFirst());
      }
      OpenDump dump = OpenDump.begin(record, line, nic.get(), now);
      Map<String, String> fields = UnitHang.fields(line);
      open.add(fields.isEmpty() ? dump : dump.with(fields, now));
      return true;
    }

    private boolean fields(LogRecord record, String line, Map<String, String> fields) {
      boolean continues = record.border() == Border.CONTINUES;
      if (continues && !inDump) {
        return false;
      }
      int owner = owner(record, fields);
      if (owner >= 0) {
        feed(owner, fields);
        return true;
      }
      if (record.border() == Border.KEPT || continues || !UnitHang.beginsWithField(line)) {
        return false;
      }
      OpenDump headless = OpenDump.begin(record, line, LoggedNic.UNNAMED, now);
      open.add(headless);
      feed(open.size() - 1, fields);
      return true;
    }

    /// The report a line of fields belongs to, by its index in `open`; -1 where there is none.
    private int owner(LogRecord record, Map<String, String> fields) {
      int owner = -1;
      for (int i = 0; i < open.size(); i++) {
        OpenDump dump = open.get(i);
        boolean may =
            dump.takes(fields)
                && (record.border() != Border.KEPT
                    || dump.opening().place().equals(record.place()));
        if (may && (owner < 0 || isLikelier(dump, open.get(owner), record, fields))) {
          owner = i;
        }
      }
      return owner;
    }

    /// One with the same stamp, else the one that skips the fewest fields, else the one that has
    /// waited longest.
    private static boolean isLikelier(
        OpenDump dump, OpenDump other, LogRecord record, Map<String, String> fields) {
      boolean same = dump.opening().at().equals(record.at());
      if (same != other.opening().at().equals(record.at())) {
        return same;
      }
      int skipped = Integer.compare(dump.skipped(fields), other.skipped(fields));
      return skipped < 0 || skipped == 0 && dump.fedAt() < other.fedAt();
    }

    private void feed(int index, Map<String, String> fields) {
      OpenDump fed = open.get(index).with(fields, now);
      if (fed.isComplete()) {
        open.remove(index);
        events.add(fed.event());
      } else {
        open.set(index, fed);
      }
    }

    private static boolean mayBegin(LogRecord record, boolean first) {
      return first && record.border() != Border.CONTINUES;
    }

    private void happened(KernelEvent event) {
      closeAll(dump -> ends(dump, event));
      events.add(event);
    }

    /// What happens to a NIC ends its own report; what happens to another one may stand between.
    private static boolean ends(OpenDump dump, KernelEvent event) {
      return switch (event) {
        case HangReported other -> SameNic.is(dump.nic(), other.nic());
        case WatchdogFired fired -> SameNic.is(dump.nic(), fired.nic());
        case TransmitTimedOut timeout -> SameNic.is(dump.nic(), timeout.nic());
        case AdapterReset reset -> SameNic.is(dump.nic(), reset.nic());
        case LinkChanged link -> SameNic.is(dump.nic(), link.nic());
        case FaultReported fault -> false;
        case FenceBegins begins -> false;
        case Noticed noticed -> false;
        case Renamed renamed -> false;
        case BootBegins begins -> true;
        case ShutdownBegins begins -> true;
      };
    }

    private void ended(OpenDump dump) {
      if (dump.isQuoted()) {
        troubles.add(
            new Trouble(
                dump.opening().place(), "a quoted hang report without a field, not counted"));
      } else {
        events.add(dump.event());
      }
    }

    private void closeAll(Predicate<OpenDump> which) {
      List<OpenDump> left = new ArrayList<>();
      for (OpenDump dump : open) {
        if (which.test(dump)) {
          ended(dump);
        } else {
          left.add(dump);
        }
      }
      open.clear();
      open.addAll(left);
    }
  }
}
