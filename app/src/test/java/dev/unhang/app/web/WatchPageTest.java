package dev.unhang.app.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.unhang.app.page.WatchedHost;
import dev.unhang.model.change.Change;
import dev.unhang.model.id.InterfaceName;
import dev.unhang.model.id.PciAddress;
import dev.unhang.model.id.StepId;
import dev.unhang.watch.machine.Account;
import dev.unhang.watch.machine.Cause;
import dev.unhang.watch.machine.Condition;
import dev.unhang.watch.machine.Moment;
import dev.unhang.watch.machine.NicStanding;
import dev.unhang.watch.policy.Publishing.Address;
import dev.unhang.watch.sense.Traffic;
import dev.unhang.watch.sense.WatchedNic;
import dev.unhang.watch.standing.Counts;
import dev.unhang.watch.standing.Standing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The page of the watch in a real browser. `-Dpictures.write` writes the pictures of docs/.
class WatchPageTest {
  private static final Instant NOW = Instant.parse("2026-11-30T21:14:07Z");
  private static final String TOKEN = "0123456789abcdef";
  private static final WatchedNic ENO1 =
      new WatchedNic(
          new InterfaceName("eno1"),
          Optional.of(new PciAddress("0000:00:19.0")),
          Optional.of("e1000e"),
          false);
  private static final WatchedNic ENP3S0 =
      new WatchedNic(
          new InterfaceName("enp3s0"),
          Optional.of(new PciAddress("0000:03:00.0")),
          Optional.of("igb"),
          true);

  @SuppressWarnings("NullAway.Init")
  private static Chromium chromium;

  private final KnownSite site = new KnownSite(standing(0, Condition.WELL));

  @SuppressWarnings("NullAway.Init")
  private WatchServer server;

  @BeforeAll
  static void start() throws IOException {
    assumeTrue(Chromium.program().isPresent(), "needs chromium");
    chromium = Chromium.start();
  }

  @AfterAll
  static void end() {
    if (Chromium.program().isPresent()) {
      chromium.close();
    }
  }

  @BeforeEach
  void serve() throws IOException {
    server = serve(Optional.empty());
    for (int second = 1; second <= 300; second++) {
      site.stands(standing(second, Condition.WELL));
    }
    site.shows(WatchPageTest::withPast);
    chromium.size(1280, 900);
    chromium.dark(false);
  }

  private WatchServer serve(Optional<String> token) throws IOException {
    return WatchServer.start(new Address("127.0.0.1", 0), token, site);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private static Standing standing(int second, Condition condition) {
    boolean isStill = condition.isHung();
    long sent = Math.round(30_000_000 * (1.2 * second - 20 * Math.cos(second / 20.0)));
    Moment at = new Moment(Duration.ofDays(3).plusSeconds(second), NOW.plusSeconds(second));
    Account last = hang();
    return new Standing(
        new Moment(Duration.ofSeconds(40), NOW.minus(Duration.ofDays(3))),
        at,
        Optional.empty(),
        List.of(
            new NicStanding(
                ENO1,
                condition,
                Optional.of(
                    new Traffic(
                        isStill ? 9_000_000_000L : 10_000_000_000L + sent,
                        Optional.of(4_000_000L * second),
                        isStill ? 61_000 : second * second % 7 * 1_500L)),
                Optional.of(last)),
            new NicStanding(
                ENP3S0,
                Condition.WELL,
                Optional.of(new Traffic(900_000L * second, Optional.of(700_000L * second), 0)),
                Optional.empty())),
        Map.of(
            ENO1.key(),
            new Counts(
                1,
                Duration.ofMillis(3_100),
                Map.of(new StepId("restart-negotiation"), 1L),
                Map.of())),
        3,
        0,
        0);
  }

  private static Account hang() {
    return new Account(
        "eno1-5eed0001-20315",
        "eno1",
        ENO1.key(),
        Cause.HANG_REPORT,
        "61 of 256 descriptors wait, and none of them was sent within 300 ms",
        new Moment(Duration.ofHours(5), NOW.minus(Duration.ofHours(50))),
        Optional.of("/var/lib/unhang/evidence/" + KnownSite.EVIDENCE),
        Optional.of("restart-negotiation"),
        Optional.of(Duration.ofMillis(3_100)),
        List.of("turn off tso of eno1, change 13; a reboot restores the former state"),
        Account.Stage.CURED);
  }

  private static Change change(int number, Duration ago, String title) {
    return new Change(
        number,
        NOW.minus(ago),
        ENO1.name(),
        ENO1.pci(),
        Optional.empty(),
        title,
        List.of(),
        Change.State.DONE);
  }

  private static WatchedHost withPast(WatchedHost host) {
    return new WatchedHost(
        host.hostname(),
        host.standing(),
        List.of(hang()),
        List.of(
            change(13, Duration.ofHours(50), "watch: eno1-5eed0001-20315 at 18003 s"),
            change(12, Duration.ofHours(50), "watch: eno1-5eed0001-20315 at 18000 s"),
            change(11, Duration.ofDays(20), "fix eno1")),
        Map.of(
            ENO1.key(), List.of("goes dark with it: vmbr0, nas (VM 100), the default route"),
            ENP3S0.key(), List.of("goes dark with it: the cluster link")),
        host.evidence(),
        host.folder(),
        host.mayDownload());
  }

  private void open() {
    chromium.open("http://127.0.0.1:" + server.port() + "/");
    chromium.until("document.querySelectorAll('canvas').length === 4");
  }

  @Test
  void itIsDrawnAndTheBrowserHasNothingToComplainOf() {
    int before = chromium.complaints().size();
    open();
    assertThat(chromium.value("document.querySelectorAll('section.nic').length")).isEqualTo("2");
    assertThat(chromium.value("document.querySelectorAll('svg.days .hang').length")).isEqualTo("1");
    assertThat(chromium.value("document.querySelectorAll('svg.days .change').length"))
        .isEqualTo("3");
    assertThat(chromium.value("document.body.textContent"))
        .contains("goes dark with it: vmbr0, nas (VM 100)")
        .contains("cured by restart-negotiation, after 3.1 s")
        .contains("unhang doctor /var/lib/unhang/evidence/" + KnownSite.EVIDENCE);
    assertThat(chromium.complaints().subList(before, chromium.complaints().size()))
        .filteredOn(each -> !each.contains("favicon"))
        .isEmpty();
  }

  @Test
  void whatChangesIsShownWithoutLoadingThePageAgain() {
    open();
    chromium.value("window.sameDocument = true");
    site.stands(standing(301, Condition.HUNG));
    chromium.until("document.querySelector('header').className === 'broken'");
    chromium.until("document.querySelector('section.nic').className === 'nic hung'");
    assertThat(chromium.value("document.querySelector('.condition').textContent"))
        .isEqualTo("hung, being recovered");
    assertThat(chromium.value("document.getElementById('state').textContent"))
        .startsWith("HUNG: eno1");
    assertThat(chromium.value("window.sameDocument")).isEqualTo("true");
  }

  @Test
  void aNewHangIsThereByItself() {
    open();
    site.shows(host -> {
      WatchedHost past = withPast(host);
      List<Account> more = new ArrayList<>(past.episodes());
      more.addFirst(
          new Account(
              "eno1-5eed0001-99999",
              "eno1",
              ENO1.key(),
              Cause.STALL,
              "it stood still",
              new Moment(Duration.ofDays(3), NOW),
              Optional.empty(),
              Optional.empty(),
              Optional.empty(),
              List.of(),
              Account.Stage.GOES_ON));
      return new WatchedHost(
          past.hostname(),
          past.standing(),
          more,
          past.changes(),
          past.dark(),
          past.evidence(),
          past.folder(),
          past.mayDownload());
    });
    chromium.until("document.querySelectorAll('details').length === 2");
  }

  @Test
  void aWatchThatIsGoneIsSaidToBe() {
    open();
    server.close();
    chromium.until("document.getElementById('state').textContent.includes('does not answer')");
  }

  @ParameterizedTest
  @ValueSource(ints = {320, 390, 1280})
  void nothingIsCutOffAtTheSide(int width) {
    chromium.size(width, 844);
    open();
    chromium.value("document.querySelectorAll('details').forEach(each => each.open = true)");
    assertThat(Integer.parseInt(chromium.value("document.documentElement.scrollWidth")))
        .isLessThanOrEqualTo(width);
  }

  @Test
  void textFromOutsideStaysText() {
    String hostile = "</title><script>window.owned=1</script><img src=x onerror=window.owned=1>";
    site.shows(host ->
        new WatchedHost(
            hostile,
            host.standing(),
            List.of(),
            List.of(change(1, Duration.ofDays(1), hostile)),
            Map.of(ENO1.key(), List.of(hostile)),
            List.of(),
            host.folder(),
            host.mayDownload()));
    open();
    assertThat(chromium.value("window.owned")).isEqualTo("undefined");
    assertThat(chromium.value("document.querySelectorAll('img, script:not([src])').length"))
        .isEqualTo("0");
    assertThat(chromium.value("document.body.textContent")).contains("<img src=x");
  }

  @Test
  void whereATokenIsAskedForOneSignsInOnce() throws IOException {
    server.close();
    server = serve(Optional.of(TOKEN));
    String address = "http://127.0.0.1:" + server.port() + "/";
    chromium.open(address);
    chromium.until("document.querySelector('input[type=password]') !== null");
    chromium.value("document.querySelector('input').value = '" + TOKEN + "'");
    chromium.value("document.querySelector('form').submit()");
    chromium.until("document.querySelectorAll('canvas').length === 4");
    assertThat(chromium.value("location.href")).isEqualTo(address);
    assertThat(chromium.value("document.cookie")).isEmpty();
    chromium.value(
        "fetch('evidence/"
            + KnownSite.EVIDENCE
            + "').then(a => a.text()).then(t => window.got = t)");
    chromium.until("window.got === '" + KnownSite.CONTENT + "'");
  }

  @Test
  void picturesForTheDocuments() throws IOException {
    assumeTrue(System.getProperty("pictures.write") != null, "writes files of docs/");
    Path docs = Path.of("..", "docs");
    open();
    chromium.size(1280, Integer.parseInt(chromium.value("document.body.scrollHeight")) + 40);
    Files.write(docs.resolve("watch.png"), chromium.picture());
    chromium.dark(true);
    chromium.size(390, 844);
    open();
    chromium.size(390, Integer.parseInt(chromium.value("document.body.scrollHeight")) + 40);
    Files.write(docs.resolve("watch-phone-dark.png"), chromium.picture());
  }
}
