package dev.unhang.logs.peel;

import java.util.Optional;

/// `kernel: ` with nothing before it: a line whose stamp and host were cut off.
final class BareWriter implements Peeler {
  private static final String KERNEL = "kernel: ";

  @Override
  public boolean mayApply(String rest) {
    return rest.startsWith(KERNEL);
  }

  @Override
  public Optional<Peeled> peel(Peeled line) {
    return line.identifier().isEmpty() && line.rest().startsWith(KERNEL)
        ? Optional.of(
            line.without("writer", line.rest())
                .from("kernel", line.rest().substring(KERNEL.length())))
        : Optional.empty();
  }
}
