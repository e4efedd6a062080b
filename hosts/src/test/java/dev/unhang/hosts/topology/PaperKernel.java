package dev.unhang.hosts.topology;

import dev.unhang.model.evidence.Origin;
import dev.unhang.model.evidence.Reading;
import dev.unhang.model.host.NoKernel;
import dev.unhang.model.id.SourceId;
import dev.unhang.model.net.InterfaceAddress;
import dev.unhang.model.net.Link;
import dev.unhang.model.net.Route;
import java.util.List;

/// A kernel that knows links, addresses and routes.
final class PaperKernel extends NoKernel {
  private static final Origin PAPER = new Origin("paper");

  private final List<Link> links;
  private final List<InterfaceAddress> addresses;
  private final List<Route> routes;

  PaperKernel(List<Link> links, List<InterfaceAddress> addresses, List<Route> routes) {
    super(new SourceId("paper"), "nobody wrote it down");
    this.links = links;
    this.addresses = addresses;
    this.routes = routes;
  }

  @Override
  public Reading<List<Link>> links() {
    return links.isEmpty() ? super.links() : new Reading.Read<>(links, PAPER);
  }

  @Override
  public Reading<List<InterfaceAddress>> addresses() {
    return new Reading.Read<>(addresses, PAPER);
  }

  @Override
  public Reading<List<Route>> routes() {
    return new Reading.Read<>(routes, PAPER);
  }
}
