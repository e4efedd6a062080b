package dev.unhang.logs.peel;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// `cpu5:65931)`: CPU and world behind the stamp of VMware's vmkernel.log, with an operation's id
/// where there is one.
final class VmkernelWorld implements Peeler {
  private static final Pattern FORM =
      Pattern.compile("^cpu\\d{1,4}:\\d{1,10}(?: opID=[\\w-]{1,40})?\\)");

  @Override
  public boolean mayApply(String rest) {
    return rest.startsWith("cpu");
  }

  @Override
  public Optional<Peeled> peel(Peeled line) {
    Matcher matcher = FORM.matcher(line.rest());
    return matcher.lookingAt()
        ? Optional.of(line.without("vmkernel", line.rest().substring(matcher.end())))
        : Optional.empty();
  }
}
