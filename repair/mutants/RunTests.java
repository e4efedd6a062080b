import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.util.List;
import java.util.stream.Stream;
import org.junit.platform.engine.FilterResult;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.PostDiscoveryFilter;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/// Runs test classes and prints the methods that failed, a line each. A process of its own: a mutant
/// may loop, or take the JVM down.
final class RunTests {
  static final String FAILED = "failed: ";
  static final String RAN = "ran: ";

  private RunTests() {}

  public static void main(String[] classes) {
    Listener listener = new Listener();
    LauncherDiscoveryRequest request =
        LauncherDiscoveryRequestBuilder.request()
            .selectors(Stream.of(classes).map(each -> selectClass(each)).toList())
            .filters((PostDiscoveryFilter) RunTests::isQuick)
            .build();
    LauncherFactory.create().execute(request, listener);
    System.out.println(RAN + listener.ran);
    System.exit(0);
  }

  /// Thousands of seeds take minutes; a mutant is to be noticed by a test that says what is broken.
  private static FilterResult isQuick(TestDescriptor test) {
    boolean isSlow =
        test.getSource()
            .filter(MethodSource.class::isInstance)
            .map(source -> ((MethodSource) source).getMethodName().startsWith("tenThousand"))
            .orElse(false);
    return FilterResult.includedIf(!isSlow);
  }

  private static final class Listener implements TestExecutionListener {
    private int ran;

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
      if (test.isTest()) {
        ran++;
      }
      if (result.getStatus() == TestExecutionResult.Status.FAILED) {
        System.out.println(FAILED + name(test.getUniqueId()));
      }
    }

    /// `UndoTest.undoPutsBack`, of `[class:dev.unhang.repair.UndoTest]/[method:undoPutsBack()]`.
    private static String name(String id) {
      String type = "";
      String method = "";
      for (String segment : List.of(id.split("]/\\[|]|\\[", -1))) {
        if (segment.startsWith("class:")) {
          type = segment.substring(segment.lastIndexOf('.') + 1);
        } else if (segment.startsWith("method:") || segment.startsWith("test-template:")) {
          method = "." + segment.substring(segment.indexOf(':') + 1).replaceFirst("\\(.*", "");
        }
      }
      return type + method;
    }
  }
}
