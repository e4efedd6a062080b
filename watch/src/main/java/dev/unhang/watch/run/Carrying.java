package dev.unhang.watch.run;

import dev.unhang.watch.machine.Event;
import dev.unhang.watch.machine.Moment;
import dev.unhang.watch.machine.Order;
import dev.unhang.watch.order.Climbing;
import dev.unhang.watch.order.Looking;
import dev.unhang.watch.order.Preventing;
import dev.unhang.watch.order.Rebooting;
import dev.unhang.watch.order.Sampling;
import dev.unhang.watch.order.Settling;
import dev.unhang.watch.order.Site;
import dev.unhang.watch.sense.Sight;
import dev.unhang.watch.sense.TxSample;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Carries out one order and says how it ended. An order that fails in a way that was not foreseen
/// has failed: the watch goes on.
final class Carrying {
  private final Site site;
  private final Desk desk;
  private final Sampling sampling;

  Carrying(Site site, Desk desk) {
    this.site = site;
    this.desk = desk;
    this.sampling = new Sampling(site.view(), site.clocks());
  }

  /// Now.
  Moment now() {
    return new Moment(site.clocks().monotonic(), site.clocks().wall());
  }

  /// Does it; empty where nothing comes back.
  Optional<Event> out(Order order) {
    try {
      return done(order);
    } catch (RuntimeException bug) {
      desk.say("order " + order.number() + " failed: " + bug);
      return failed(order, "it failed within unhang: " + bug);
    }
  }

  private Optional<Event> done(Order order) {
    int number = order.number();
    return switch (order) {
      case Order.Settle settle -> {
        Settling.Done done = new Settling(site).settle();
        done.words().forEach(desk::say);
        yield Optional.of(new Event.Settled(now(), number, done.again()));
      }
      case Order.Sample sample -> {
        Map<String, TxSample> samples = sampling.read(sample.nics());
        yield Optional.of(new Event.Sampled(now(), number, samples));
      }
      case Order.Look look -> {
        Sight sight = new Looking(site).at(look.nic());
        yield Optional.of(new Event.Looked(now(), number, look.nic().key(), sight));
      }
      case Order.Freeze freeze -> {
        Desk.Saved saved = desk.freeze(freeze.nic().name(), freeze.episode());
        yield Optional.of(
            new Event.Frozen(now(), number, freeze.nic().key(), saved.file(), saved.trouble()));
      }
      case Order.Recover recover -> {
        Event.ClimbEnd end = new Climbing(site).climb(recover);
        yield Optional.of(new Event.Climbed(now(), number, end));
      }
      case Order.Prevent prevent -> {
        Event.PreventEnd end = new Preventing(site).prevent(prevent);
        yield Optional.of(new Event.Prevented(now(), number, end));
      }
      case Order.Tell tell -> {
        desk.tell(tell.account());
        yield Optional.empty();
      }
      case Order.Reboot reboot -> {
        Optional<String> refused = new Rebooting(site).reboot(reboot);
        yield Optional.of(new Event.Rebooting(now(), number, refused));
      }
    };
  }

  private Optional<Event> failed(Order order, String why) {
    int number = order.number();
    return switch (order) {
      case Order.Settle settle -> Optional.of(new Event.Settled(now(), number, false));
      case Order.Sample sample -> Optional.of(new Event.Sampled(now(), number, Map.of()));
      case Order.Look look ->
          Optional.of(
              new Event.Looked(
                  now(), number, look.nic().key(), new Sight(Sight.Kind.UNKNOWN, why)));
      case Order.Freeze freeze ->
          Optional.of(
              new Event.Frozen(
                  now(), number, freeze.nic().key(), Optional.empty(), Optional.of(why)));
      case Order.Recover recover ->
          Optional.of(new Event.Climbed(now(), number, new Event.ClimbEnd.Refused(Set.of(), why)));
      case Order.Prevent prevent ->
          Optional.of(new Event.Prevented(now(), number, new Event.PreventEnd.Not(why)));
      case Order.Tell tell -> Optional.empty();
      case Order.Reboot reboot -> Optional.of(new Event.Rebooting(now(), number, Optional.of(why)));
    };
  }
}
