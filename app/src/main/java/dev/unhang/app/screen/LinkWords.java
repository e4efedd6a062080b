package dev.unhang.app.screen;

import dev.unhang.findings.words.Words;
import dev.unhang.model.net.InterfaceAddress;
import dev.unhang.model.net.Link;
import dev.unhang.model.net.NicUser;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What rtnetlink says of an interface, in a line each. Not escaped yet.
final class LinkWords {
  private LinkWords() {}

  static String names(Link link) {
    String others =
        link.alternativeNames().isEmpty()
            ? "no alternative names"
            : "also " + String.join(", ", link.alternativeNames());
    return "index " + link.index() + ", " + others;
  }

  static String addresses(Link link) {
    Optional<String> used = link.hardware().address();
    Optional<String> permanent = link.hardware().permanentAddress();
    String made =
        permanent.isEmpty()
            ? "permanent address unknown"
            : permanent.equals(used) ? "the permanent one" : "permanent " + permanent.get();
    return used.orElse("unknown") + ", " + made;
  }

  static String state(Link link) {
    Link.State state = link.state();
    List<String> words = new ArrayList<>();
    words.add(state.operational().orElse("state unknown"));
    words.add(state.carrier().map(on -> on ? "carrier" : "no carrier").orElse("carrier unknown"));
    words.add(
        state
            .carrierChanges()
            .map(count -> Words.counted(count, "carrier change", "carrier changes"))
            .orElse("carrier changes unknown"));
    words.add(state.mtu().map(mtu -> "MTU " + mtu).orElse("MTU unknown"));
    words.add("qdisc " + state.qdisc().orElse("unknown"));
    String flags = String.join(",", state.flags().stream().map(Enum::name).toList());
    return String.join(", ", words) + ", flags <" + flags + ">";
  }

  static String ownAddresses(List<InterfaceAddress> addresses) {
    return orNone(addresses.stream().map(each -> each + " (" + each.scope() + ")").toList());
  }

  static String users(List<NicUser> users) {
    return orNone(
        users.stream()
            .map(user ->
                user.kind().equals("guest")
                    ? user.name() + " on " + user.on()
                    : user.name() + " (" + user.kind() + " on " + user.on() + ")")
            .toList());
  }

  static String orNone(List<String> words) {
    return words.isEmpty() ? "none" : String.join(", ", words);
  }
}
