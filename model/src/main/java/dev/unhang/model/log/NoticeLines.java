package dev.unhang.model.log;

import dev.unhang.model.evidence.Place;
import dev.unhang.model.id.BootId;
import java.util.Optional;

/// Lines of one boot that say the same of one NIC, or of the host, and follow one another within
/// minutes.
///
/// @param nic unnamed where the lines speak of the host
/// @param first the first of them
/// @param text the first line, without its stamp
/// @param mode what a link came up with; tells nothing of other notices. Lines of another mode are
///   others
public record NoticeLines(
    Optional<BootId> boot,
    LoggedNic nic,
    Notice notice,
    long lines,
    LogStamp first,
    LogStamp last,
    Place place,
    String text,
    LinkMode mode) {
  /// The same with its NIC named as the rest of the log names it.
  public NoticeLines named(LoggedNic other) {
    return new NoticeLines(boot, other, notice, lines, first, last, place, text, mode);
  }

  /// The same with one line more.
  public NoticeLines upTo(LogStamp latest) {
    return new NoticeLines(boot, nic, notice, lines + 1, first, latest, place, text, mode);
  }

  /// The same with later lines that say the same.
  public NoticeLines with(NoticeLines later) {
    return new NoticeLines(
        boot, nic, notice, lines + later.lines, first, later.last, place, text, mode);
  }
}
