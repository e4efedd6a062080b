package dev.unhang.diagnose.log;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// `cpu5:65931)`: CPU and world behind the stamp of VMware's vmkernel.log.
final class VmkernelWorld implements Peeler {
  private static final Pattern FORM = Pattern.compile("^cpu\\d+:\\d+\\)");

  @Override
  public Optional<Peeled> peel(Peeled line) {
    Matcher matcher = FORM.matcher(line.rest());
    return matcher.find()
        ? Optional.of(line.without("vmkernel", line.rest().substring(matcher.end())))
        : Optional.empty();
  }
}
