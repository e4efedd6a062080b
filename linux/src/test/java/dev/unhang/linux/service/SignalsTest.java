package dev.unhang.linux.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class SignalsTest {
  @Test
  void aSignalIsHeardAndDoesNotEndTheProcess() throws Exception {
    CountDownLatch heard = new CountDownLatch(1);
    assertThat(Signals.hear("WINCH", heard::countDown)).isTrue();
    new ProcessBuilder("kill", "-WINCH", String.valueOf(ProcessHandle.current().pid()))
        .start()
        .waitFor();
    assertThat(heard.await(10, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void theWatchdogsTimeIsReadAndNonsenseIsNone() {
    assertThat(ServiceManager.of(Map.of("WATCHDOG_USEC", "30000000")).watchdog())
        .contains(Duration.ofSeconds(30));
    for (String none : new String[] {"", "0", "-1", "x", "9999999999999999999"}) {
      assertThat(ServiceManager.of(Map.of("WATCHDOG_USEC", none)).watchdog()).as(none).isEmpty();
    }
  }

  /// Where no service manager listens, nothing is said and nothing fails.
  @Test
  void aNameThatNobodyListensToIsNoTrouble() {
    for (String name :
        new String[] {"/nowhere/notify", "@nobody", "relative", "/" + "x".repeat(200)}) {
      ServiceManager manager = ServiceManager.of(Map.of("NOTIFY_SOCKET", name));
      manager.ready("watching");
      manager.alive();
      manager.stopping();
    }
  }
}
