package com.aipixels.upkeep;

import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.BadSqlGrammarException;

/// The commands of the jar: `counters audit`, `counters repair`. They say what they find on the
/// console, one line each.
public final class Upkeep {

  private static final Logger log = LoggerFactory.getLogger(Upkeep.class);

  private static final int FINE = 0;
  private static final int DRIFTED = 1;
  private static final int FAILED = 2;

  /// Lines for a person or a script, not for a log.
  private static final Map<String, Object> PLAIN =
      Map.of(
          "logging.pattern.console",
          "%m%n",
          "logging.level.root",
          "error",
          "logging.level." + Upkeep.class.getPackageName(),
          "info",
          // Counting everything takes as long as it takes.
          "aipixels.database.lanes.work-answer",
          "0");

  private Upkeep() {}

  /// Whether these are the arguments of a command and not of the service.
  public static boolean isMeantBy(String... arguments) {
    return arguments.length > 0 && arguments[0].equals("counters");
  }

  /// Runs a command; the status to end the process with.
  public static int run(String... arguments) {
    String verb = arguments.length > 1 ? arguments[1] : "";
    try (ConfigurableApplicationContext context = context(arguments)) {
      CounterQueries counters = context.getBean(CounterQueries.class);
      return switch (verb) {
        case "audit" -> audit(counters);
        case "repair" -> repair(counters);
        default -> {
          log.error("There is `counters audit`, which only looks, and `counters repair`.");
          yield FAILED;
        }
      };
    } catch (BadSqlGrammarException e) {
      log.error("The database is not of this version: start the service once, it migrates.");
      return FAILED;
    } catch (DataAccessException e) {
      log.error("The database does not answer: {}", e.getMostSpecificCause().getMessage());
      return FAILED;
    } catch (RuntimeException e) {
      log.debug("Spring has said why", e);
      return FAILED;
    }
  }

  private static int audit(CounterQueries counters) {
    List<Drift> drifts = counters.audit();
    drifts.forEach(drift -> log.info("{}", drift));
    log.info("Counters that have drifted: {}", drifts.size());
    return drifts.isEmpty() ? FINE : DRIFTED;
  }

  private static int repair(CounterQueries counters) {
    List<Drift> drifts = counters.repair();
    drifts.forEach(drift -> log.info("{}", drift));
    log.info("Counters repaired: {}", drifts.size());
    return FINE;
  }

  private static ConfigurableApplicationContext context(String... arguments) {
    return new SpringApplicationBuilder(UpkeepContext.class)
        .web(WebApplicationType.NONE)
        .bannerMode(Banner.Mode.OFF)
        .logStartupInfo(false)
        .properties(PLAIN)
        .initializers(new FindDatabase())
        .run(arguments);
  }
}
