package dev.unhang.logs.peel;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What stood on a serial console's line already when the kernel printed: a prompt with what was
/// typed at it, a login prompt, an init system's last word. Only printk's stamp ends it.
final class GluedText implements Peeler {
  private static final Pattern FORM =
      Pattern.compile(
          "^(?:\\S{0,40} ?[#$] [^\\[\\]<>\"]{0,80}"
              + "|(?:\\S{1,40} )?login: \\S{0,32} ?"
              + "|\\[ *(?:OK|FAILED|WARN|DEPEND|INFO) *\\] [^\\[\\]<>]{1,100}"
              + "|[A-Z][\\w ./:-]{1,60}\\.\\.\\. ?)"
              + "(?=\\[ *\\d{1,10}\\.\\d{6}\\][ \\[])");

  private static final int LONGEST = 120;

  @Override
  public boolean mayApply(String rest) {
    int stamp = rest.indexOf('[', 1);
    if (stamp < 0 || stamp > LONGEST || FirstBytes.isDigit(rest, 1)) {
      return false;
    }
    return rest.startsWith("[") && rest.indexOf(']') < stamp
        || isBefore(rest, "# ", stamp)
        || isBefore(rest, "$ ", stamp)
        || isBefore(rest, "login: ", stamp)
        || isBefore(rest, "...", stamp);
  }

  private static boolean isBefore(String rest, String mark, int stamp) {
    int at = rest.indexOf(mark);
    return at >= 0 && at < stamp;
  }

  @Override
  public Optional<Peeled> peel(Peeled line) {
    Matcher matcher = FORM.matcher(line.rest());
    return matcher.lookingAt()
        ? Optional.of(line.without("console", line.rest().substring(matcher.end())))
        : Optional.empty();
  }
}
