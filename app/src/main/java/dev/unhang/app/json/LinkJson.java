package dev.unhang.app.json;

import dev.unhang.model.net.Counter;
import dev.unhang.model.net.InterfaceAddress;
import dev.unhang.model.net.Link;
import dev.unhang.model.net.NicUser;

/// Links, addresses and users in `unhang.nics/1`. What the kernel left out is null.
final class LinkJson {
  private LinkJson() {}

  static void link(Json json, Link link) {
    Link.Hardware hardware = link.hardware();
    Link.State state = link.state();
    json.number("index", link.index())
        .strings("alternativeNames", link.alternativeNames())
        .string("address", hardware.address())
        .string("permanentAddress", hardware.permanentAddress())
        .string("bus", hardware.bus())
        .string("device", hardware.device())
        .number("txQueues", hardware.txQueues())
        .number("rxQueues", hardware.rxQueues())
        .strings("flags", state.flags().stream().map(Enum::name).toList())
        .string("operational", state.operational())
        .number("mtu", state.mtu())
        .number("carrierChanges", state.carrierChanges())
        .string("qdisc", state.qdisc())
        .string("kind", link.stacking().kind());
    state.carrier().ifPresentOrElse(on -> json.flag("carrier", on), () -> json.nothing("carrier"));
    json.objects("counters", link.counters(), LinkJson::counter);
  }

  /// As text: JSON's numbers lose what is above 2^53.
  static void counter(Json json, Counter counter) {
    json.string("name", counter.name()).string("value", Long.toUnsignedString(counter.value()));
  }

  static void address(Json json, InterfaceAddress address) {
    json.string("address", address.address())
        .number("prefixLength", address.prefixLength())
        .string("scope", address.scope());
  }

  static void user(Json json, NicUser user) {
    json.string("name", user.name()).string("kind", user.kind()).string("on", user.on());
  }
}
