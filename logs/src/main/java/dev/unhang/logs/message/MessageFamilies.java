package dev.unhang.logs.message;

import dev.unhang.logs.bulk.Candidates;
import dev.unhang.logs.form.JournalFields;
import dev.unhang.logs.record.LogRecord;
import dev.unhang.model.log.KernelEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// All families whose events are one line long, in the order they are asked. Hang reports, which
/// span lines, are [UnitHang].
public final class MessageFamilies {
  /// Only the kernel may say these: any program can log the same words.
  private static final List<MessageFamily> KERNELS =
      List.of(
          new NetdevWatchdog(),
          new ResetMessages(),
          new LinkMessages(),
          new DriverMessages(),
          new TransmitTimeouts(),
          new RenameMessages(),
          new AerErrors(),
          new IommuFaults(),
          new FirmwareErrors(),
          new Lockups(),
          new Removals(),
          new UsbResets());

  /// Programs say these.
  private static final List<MessageFamily> PROGRAMS = List.of(new WatchdogMux());

  private static final MessageFamily BOOT = new BootMessages();

  private MessageFamilies() {}

  /// The event of a line.
  public static Optional<KernelEvent> read(LogRecord record, String line) {
    for (MessageFamily family : record.isKernels() ? KERNELS : PROGRAMS) {
      Optional<KernelEvent> event = family.read(record, line);
      if (event.isPresent()) {
        return event;
      }
    }
    return BOOT.read(record, line);
  }

  /// Finds lines that may say something by themselves, or name a NIC whose reports leave out its
  /// name. Made when it is asked for: small logs don't need it.
  public static Candidates candidates() {
    return Bulk.CANDIDATES;
  }

  /// The words that candidates are found by: what sifts a log elsewhere, with lines before and
  /// behind those it finds, leaves the same events.
  public static List<String> words() {
    List<String> words = new ArrayList<>(UnitHang.words());
    words.addAll(Bulk.single());
    return words;
  }

  private static final class Bulk {
    static final Candidates CANDIDATES = new Candidates(UnitHang.words(), single());

    private Bulk() {}

    /// Where one word is in another, it finds the same lines.
    private static List<String> single() {
      List<String> words = new ArrayList<>(NicNames.words());
      words.addAll(JournalFields.BYTES);
      words.addAll(BOOT.words());
      words.addAll(MachineMessages.words());
      words.addAll(ChipMessages.words());
      KERNELS.forEach(family -> words.addAll(family.words()));
      PROGRAMS.forEach(family -> words.addAll(family.words()));
      return words.stream()
          .distinct()
          .filter(word ->
              words.stream().noneMatch(other -> !other.equals(word) && word.contains(other)))
          .toList();
    }
  }
}
