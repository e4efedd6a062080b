package dev.unhang.app.option;

import dev.unhang.repair.guard.Guards;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/// The option `--override`: which guards are not to be asked.
public final class Overrides {
  private static final String OVERRIDE = "--override";

  private Overrides() {}

  /// @param own what the command itself refuses for, besides the guards
  public static OptionSpec spec(String... own) {
    return Spec.list(
        OVERRIDE, "GUARD", "do it all the same: " + String.join(", ", names(List.of(own))));
  }

  /// The names that were given. Throws Usage where one is no guard's: who overrides what isn't
  /// there believes himself safe.
  public static Set<String> of(ParseResult arguments, String... own) {
    List<String> known = names(List.of(own));
    List<String> given = Spec.values(arguments, OVERRIDE);
    for (String name : given) {
      if (!known.contains(name)) {
        throw new Usage(
            OVERRIDE + " takes " + String.join(", ", known) + "; there is no guard " + name);
      }
    }
    return Set.copyOf(given);
  }

  private static List<String> names(List<String> own) {
    List<String> all = new ArrayList<>(own);
    all.addAll(Guards.names());
    return all;
  }
}
