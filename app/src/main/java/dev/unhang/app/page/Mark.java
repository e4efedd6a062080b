package dev.unhang.app.page;

import dev.unhang.app.screen.StatusScreen;
import dev.unhang.app.text.Ink;
import dev.unhang.watch.machine.Condition;
import dev.unhang.watch.standing.Standing;

/// Which class a part of the page has; page.css says how that looks. Nothing is told by it alone.
public final class Mark {
  private Mark() {}

  /// Of the header.
  public static String of(Standing standing) {
    Ink ink = StatusScreen.first(standing).ink();
    return switch (ink) {
      case BROKEN -> "broken";
      case WARNING -> "warning";
      default -> "well";
    };
  }

  /// Of a NIC.
  public static String of(Condition condition) {
    return switch (condition) {
      case WELL -> "well";
      case SUSPECTED -> "suspected";
      case HUNG, WAITS, GIVEN_UP -> "hung";
      case GONE -> "gone";
    };
  }
}
