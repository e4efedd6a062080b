package dev.unhang.findings.verdict;

import dev.unhang.findings.nic.Comeback;
import dev.unhang.findings.nic.NicCase;
import dev.unhang.findings.nic.Removal;
import dev.unhang.findings.words.Moments;
import dev.unhang.model.finding.Verdict.Kind;
import dev.unhang.model.log.Fault;
import dev.unhang.model.log.FaultLines;
import dev.unhang.model.log.LogStamp;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/// The verdict on a NIC that is gone or dead, by what its driver or the bus said.
final class Lost {
  /// What leaves a NIC dead, the plainest words first.
  private static final List<Fault> DEADLY =
      List.of(
          Fault.DEVICE_LOST,
          Fault.FIRMWARE_DEAD,
          Fault.RECOVERY_FAILED,
          Fault.PROBE_FAILED,
          Fault.NVM_CHECKSUM,
          Fault.CHIP_NOT_ANSWERING);

  private Lost() {}

  /// Empty where nothing says that it is.
  static Optional<NicVerdict> of(NicCase nic) {
    Predicate<LogStamp> excused = Removal.excuses(nic);
    return DEADLY.stream()
        .flatMap(fault -> nic.faults(fault).stream())
        .filter(lines -> !excused.test(lines.first()))
        .findFirst()
        .map(lines -> of(nic, lines));
  }

  private static NicVerdict of(NicCase nic, FaultLines lines) {
    boolean back = isBack(nic, lines);
    return new NicVerdict(
        back ? Kind.DEGRADED : Kind.LOST,
        nic.known(),
        " "
            + happened(nic, lines.fault())
            + Moments.of(lines.first()).map(time -> " at " + time).orElse("")
            + (back ? ", and came back" : ""),
        Optional.of(lines.first()),
        back ? Optional.of(lines.last()) : Optional.empty(),
        lines.boot(),
        0);
  }

  private static String happened(NicCase nic, Fault fault) {
    return switch (fault) {
      case DEVICE_LOST ->
          nic.address().isPresent() ? "fell off the PCIe bus" : "is gone from its bus";
      case FIRMWARE_DEAD -> "has firmware that stopped working";
      case RECOVERY_FAILED -> "was given up by its driver";
      case PROBE_FAILED -> "could not be started by its driver";
      case NVM_CHECKSUM -> "was refused by its driver, because its NVM fails the check";
      default -> "does not answer its driver";
    };
  }

  /// Whether its link came up again behind the last such line, or a later boot runs.
  private static boolean isBack(NicCase nic, FaultLines lines) {
    boolean laterBoot =
        lines.boot().isPresent()
            && nic.host().boot().isPresent()
            && !lines.boot().equals(nic.host().boot());
    return laterBoot || Comeback.after(nic, lines.boot(), lines.last()).isPresent();
  }
}
