package dev.unhang.repair.guard;

import dev.unhang.model.host.FileAttributes;
import dev.unhang.model.plan.Risk;

/// An administrator has asked to leave this host alone, by a file.
final class Hold implements Guard {
  @Override
  public String name() {
    return "hold";
  }

  @Override
  public GuardAnswer answer(Risk risk, Circumstances now) {
    Sight<FileAttributes> file = HoldFile.seen(now.host());
    return file.there().isPresent()
        ? new GuardAnswer.Refuses(HoldFile.PATH + " is there" + HoldFile.reason(now.host()))
        : Sight.allowed(file.doubt());
  }
}
