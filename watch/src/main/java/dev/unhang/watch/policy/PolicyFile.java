package dev.unhang.watch.policy;

import dev.unhang.model.host.HostPath;
import dev.unhang.model.id.InterfaceName;
import dev.unhang.model.id.PciAddress;
import dev.unhang.watch.policy.PolicyKey.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tomlj.Toml;
import org.tomlj.TomlTable;

/// Reads `/etc/unhang/unhang.toml`. A key that is not known and a value that is none are refused,
/// with the place: a rule that is passed over would let the watch do what it was told not to.
///
/// Doc: TOML v1.0.0
public final class PolicyFile {
  /// Where it is.
  public static final HostPath PATH = new HostPath("/etc/unhang/unhang.toml");

  private static final String NIC = "nic";

  private static final String ALERT = "alert";
  private static final String WEBHOOK = "webhook";

  /// What `sendmail` can't take for an option, nor a mail's header for a new line.
  private static final Pattern RECIPIENT = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9._+@-]{0,250}");

  private static final Pattern HOOK = Pattern.compile("[a-z0-9-]{1,40}");

  private final TomlKeys keys;
  private final TomlTable toml;

  private PolicyFile(TomlKeys keys) {
    this.keys = keys;
    this.toml = keys.root();
  }

  /// Reads its text.
  public static PolicyReading read(String text) {
    TomlKeys keys = new TomlKeys(Toml.parse(text));
    Policy policy = keys.faults().isEmpty() ? new PolicyFile(keys).policy() : Policy.USUAL;
    return keys.faults().isEmpty()
        ? new PolicyReading.Good(policy)
        : new PolicyReading.Bad(keys.faults());
  }

  private Policy policy() {
    Set<String> known = PolicyKey.names(Table.RULES);
    known.add(NIC);
    known.addAll(List.of(ALERT, PublishingKeys.WEB, PublishingKeys.METRICS));
    keys.refuseUnknown(List.of(), toml, known);
    NicPolicy usual = rules(List.of(), toml, NicPolicy.USUAL);
    return new Policy(usual, nics(usual), alerting(), PublishingKeys.read(keys));
  }

  private Map<String, NicPolicy> nics(NicPolicy usual) {
    Map<String, NicPolicy> nics = new HashMap<>();
    Optional<TomlTable> found = keys.table(List.of(NIC), "a table a NIC: [nic.eno1]");
    if (found.isEmpty()) {
      return nics;
    }
    TomlTable tables = found.get();
    for (String name : tables.keySet()) {
      List<String> path = List.of(NIC, name);
      if (InterfaceName.parse(name).isEmpty() && PciAddress.parse(name).isEmpty()) {
        keys.fault(
            path,
            "\"" + name + "\" is neither an interface nor a PCI address",
            "write [nic.eno1] or [nic.\"0000:00:19.0\"]");
      } else if (tables.get(List.of(name)) instanceof TomlTable table) {
        keys.refuseUnknown(path, table, PolicyKey.names(Table.RULES));
        nics.put(
            PciAddress.parse(name).map(PciAddress::value).orElse(name), rules(path, table, usual));
      } else {
        keys.fault(path, NIC + "." + name + " is no table", "write a table a NIC: [nic.eno1]");
      }
    }
    return nics;
  }

  private Alerting alerting() {
    Optional<TomlTable> found = keys.table(List.of(ALERT), "[alert]");
    if (found.isEmpty()) {
      return Alerting.NONE;
    }
    TomlTable table = found.get();
    Set<String> known = PolicyKey.names(Table.ALERT);
    known.add(WEBHOOK);
    keys.refuseUnknown(List.of(ALERT), table, known);
    return new Alerting(
        mail(table.get(List.of(PolicyKey.MAIL.key()))), hooks(table.get(List.of(WEBHOOK))));
  }

  private Optional<String> mail(@Nullable Object to) {
    if (to == null) {
      return Optional.empty();
    }
    if (to instanceof String text && RECIPIENT.matcher(text).matches()) {
      return Optional.of(text);
    }
    keys.fault(
        List.of(ALERT, PolicyKey.MAIL.key()),
        PolicyKey.MAIL.key() + " is " + TomlKeys.shown(to),
        "write one recipient: \"root\"");
    return Optional.empty();
  }

  private List<Alerting.Hook> hooks(@Nullable Object found) {
    List<Alerting.Hook> hooks = new ArrayList<>();
    if (found == null) {
      return hooks;
    }
    if (!(found instanceof TomlTable tables)) {
      keys.fault(List.of(ALERT, WEBHOOK), WEBHOOK + " is no table", "write [alert.webhook.NAME]");
      return hooks;
    }
    for (String name : tables.keySet()) {
      List<String> path = List.of(ALERT, WEBHOOK, name);
      if (tables.get(List.of(name)) instanceof TomlTable table && HOOK.matcher(name).matches()) {
        hook(path, name, table).ifPresent(hooks::add);
      } else {
        keys.fault(
            path, name + " is no webhook", "write [alert.webhook.NAME], small letters and digits");
      }
    }
    return hooks;
  }

  private Optional<Alerting.Hook> hook(List<String> path, String name, TomlTable table) {
    keys.refuseUnknown(path, table, PolicyKey.names(Table.WEBHOOK));
    Alerting.Preset preset =
        keys.word(
            path,
            table,
            PolicyKey.PRESET.key(),
            Alerting.Preset.JSON,
            Alerting.Preset.values(),
            Alerting.Preset::word);
    if (table.get(List.of(PolicyKey.URL_FILE.key())) instanceof String file
        && file.startsWith("/")
        && file.indexOf('\0') < 0) {
      return Optional.of(new Alerting.Hook(name, new HostPath(file), preset));
    }
    keys.fault(
        path,
        name + " has no " + PolicyKey.URL_FILE.key(),
        "name the file that holds its address: "
            + PolicyKey.URL_FILE.key()
            + " = \"/etc/unhang/"
            + name
            + "\"");
    return Optional.empty();
  }

  private NicPolicy rules(List<String> path, TomlTable table, NicPolicy otherwise) {
    return new NicPolicy(
        keys.word(
            path,
            table,
            PolicyKey.RECOVER.key(),
            otherwise.recover(),
            RecoverRule.values(),
            RecoverRule::word),
        keys.word(
            path,
            table,
            PolicyKey.PREVENT.key(),
            otherwise.prevent(),
            PreventRule.values(),
            PreventRule::word),
        keys.word(
            path,
            table,
            PolicyKey.REBOOT.key(),
            otherwise.reboot(),
            RebootRule.values(),
            RebootRule::word),
        number(path, table, otherwise.recoveriesAnHour()));
  }

  private int number(List<String> path, TomlTable table, int otherwise) {
    Object found = table.get(List.of(PolicyKey.RECOVERIES_PER_HOUR.key()));
    if (found == null) {
      return otherwise;
    }
    if (found instanceof Long number && number >= 0 && number <= NicPolicy.MOST_RECOVERIES) {
      return number.intValue();
    }
    keys.fault(
        TomlKeys.below(path, PolicyKey.RECOVERIES_PER_HOUR.key()),
        PolicyKey.RECOVERIES_PER_HOUR.key() + " is " + TomlKeys.shown(found),
        "write a number from 0 to " + NicPolicy.MOST_RECOVERIES);
    return otherwise;
  }
}
