package dev.unhang.app.option;

import dev.unhang.model.host.HostView;
import dev.unhang.repair.persist.Backends;
import dev.unhang.repair.persist.Consent;
import dev.unhang.repair.persist.Keeping;
import dev.unhang.repair.persist.Persistence;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/// The options `--keep-by`, `--take-over` and `--both`: where values are kept for the next boot.
public final class KeepOptions {
  private static final String KEEP_BY = "--keep-by";

  private KeepOptions() {}

  public static CommandSpec addTo(CommandSpec spec) {
    return spec.addOption(
            Spec.value(
                KEEP_BY,
                "WAY",
                "keep it at boot by another way than the one that sets the NIC up: udev-rule,"
                    + " systemd-link, systemd-unit …"))
        .addOption(
            Spec.flag(
                Consent.TAKE_OVER.option(),
                "change lines of others that say the opposite or are stale"))
        .addOption(
            Spec.flag(
                Consent.BOTH_FILES.option(),
                "write to /etc/network/interfaces.new too, if it waits"));
  }

  /// The same options as they were typed, each behind a blank.
  public static String typed(ParseResult arguments) {
    StringBuilder typed = new StringBuilder();
    String name = arguments.matchedOptionValue(KEEP_BY, "");
    typed.append(name.isEmpty() ? "" : " " + KEEP_BY + " " + name);
    for (Consent consent : Consent.values()) {
      typed.append(Spec.has(arguments, consent.option()) ? " " + consent.option() : "");
    }
    return typed.toString();
  }

  /// What was said; throws Usage where there is no such way.
  static Keeping keeping(ParseResult arguments, HostView host) {
    Set<Consent> consents = EnumSet.noneOf(Consent.class);
    for (Consent consent : Consent.values()) {
      if (Spec.has(arguments, consent.option())) {
        consents.add(consent);
      }
    }
    String name = arguments.matchedOptionValue(KEEP_BY, "");
    Backends backends = new Backends(host);
    Optional<Persistence> chosen = backends.named(name);
    if (!name.isEmpty() && chosen.isEmpty()) {
      throw new Usage(KEEP_BY + " takes " + String.join(" ", backends.names()) + "; not " + name);
    }
    return new Keeping(host, chosen, consents);
  }
}
