package dev.unhang.logs.peel;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// `stdout F `: which stream of a container a line came from, and whether it is whole, behind the
/// time as the container's runtime writes it.
///
/// Doc: Kubernetes, "CRI: Log Management for Container Stdout/Stderr Streams"
final class ContainerStream implements Peeler {
  private static final Pattern FORM = Pattern.compile("^std(?:out|err) [FP] ");

  @Override
  public boolean mayApply(String rest) {
    return rest.startsWith("std");
  }

  @Override
  public Optional<Peeled> peel(Peeled line) {
    Matcher matcher = FORM.matcher(line.rest());
    return matcher.lookingAt()
        ? Optional.of(line.without("container stream", line.rest().substring(matcher.end())))
        : Optional.empty();
  }
}
