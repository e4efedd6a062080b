package dev.unhang.findings.nic;

import dev.unhang.model.evidence.Place;
import dev.unhang.model.finding.Citation;
import dev.unhang.model.id.BootId;
import dev.unhang.model.log.Episode;
import dev.unhang.model.log.LogStamp;
import dev.unhang.model.log.Standstill;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// One time that a NIC stopped sending, whoever told it: its driver as a hang of the unit, or the
/// core's watchdog and the driver's words of a timeout. What came before it may have caused it.
///
/// @param first of the lines that tell it
/// @param text that line
public record Stoppage(Optional<BootId> boot, LogStamp first, Place place, String text) {
  /// Those of a NIC, hangs of the unit before the others.
  public static List<Stoppage> of(NicCase nic) {
    return Stream.concat(
            nic.hangs().stream().map(Stoppage::of), nic.standstills().stream().map(Stoppage::of))
        .toList();
  }

  private static Stoppage of(Episode hang) {
    return new Stoppage(hang.boot(), hang.first(), hang.firstPlace(), hang.firstText());
  }

  private static Stoppage of(Standstill standstill) {
    return new Stoppage(
        standstill.boot(), standstill.first(), standstill.place(), standstill.text());
  }

  /// The line that tells it.
  public Citation cite(String shows) {
    return new Citation(place, text, shows);
  }
}
