package dev.unhang.watch.policy;

import dev.unhang.model.host.HostPath;
import dev.unhang.model.id.IpAddress;
import dev.unhang.watch.policy.PolicyKey.Table;
import dev.unhang.watch.policy.Publishing.Address;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tomlj.TomlTable;

/// The tables `[web]` and `[metrics]`.
final class PublishingKeys {
  static final String WEB = "web";
  static final String METRICS = "metrics";
  private static final int MOST_PORT = 65_535;

  private static final Pattern ADDRESS =
      Pattern.compile(
          "(?<four>\\d{1,3}(?:\\.\\d{1,3}){3})?(?:\\[(?<six>[0-9a-fA-F:.]{2,45})\\])?:(?<port>\\d{1,5})");

  private PublishingKeys() {}

  static Publishing read(TomlKeys keys) {
    Optional<TomlTable> web = keys.table(List.of(WEB), "[web]");
    Optional<TomlTable> metrics = keys.table(List.of(METRICS), "[metrics]");
    web.ifPresent(table -> keys.refuseUnknown(List.of(WEB), table, PolicyKey.names(Table.WEB)));
    metrics.ifPresent(
        table -> keys.refuseUnknown(List.of(METRICS), table, PolicyKey.names(Table.METRICS)));
    Optional<Address> listen = web.flatMap(table -> listen(keys, table));
    Optional<HostPath> token =
        web.flatMap(table ->
            keys.file(
                List.of(WEB),
                table,
                PolicyKey.TOKEN_FILE.key(),
                PolicyKey.TOKEN_FILE.key() + " = \"/etc/unhang/token\""));
    if (listen.isPresent() && !listen.get().isLoopback() && token.isEmpty()) {
      keys.fault(
          List.of(WEB, PolicyKey.LISTEN.key()),
          "other hosts reach "
              + listen.get()
              + ", and no "
              + PolicyKey.TOKEN_FILE.key()
              + " is named",
          "write "
              + PolicyKey.TOKEN_FILE.key()
              + " = \"/etc/unhang/token\", or listen on 127.0.0.1");
    }
    return new Publishing(
        listen,
        token,
        metrics.flatMap(table ->
            keys.file(
                List.of(METRICS),
                table,
                PolicyKey.TEXTFILE.key(),
                PolicyKey.TEXTFILE.key()
                    + " = \"/var/lib/prometheus/node-exporter/unhang.prom\"")));
  }

  private static Optional<Address> listen(TomlKeys keys, TomlTable table) {
    Object found = table.get(List.of(PolicyKey.LISTEN.key()));
    if (found == null) {
      return Optional.empty();
    }
    if (found instanceof String text) {
      Matcher address = ADDRESS.matcher(text);
      if (address.matches() && (address.group("four") == null) != (address.group("six") == null)) {
        String host = address.group("four") == null ? address.group("six") : address.group("four");
        int port = Integer.parseInt(address.group("port"));
        if (port > 0 && port <= MOST_PORT && IpAddress.parse(host).isPresent()) {
          return Optional.of(new Address(host, port));
        }
      }
    }
    keys.fault(
        List.of(WEB, PolicyKey.LISTEN.key()),
        PolicyKey.LISTEN.key() + " is " + TomlKeys.shown(found),
        "write an address and a port: \"127.0.0.1:9713\", \"[::1]:9713\"");
    return Optional.empty();
  }
}
