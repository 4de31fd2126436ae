package com.aipixels;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.conditions.ArchConditions.accessField;
import static com.tngtech.archunit.lang.conditions.ArchConditions.callConstructor;
import static com.tngtech.archunit.lang.conditions.ArchConditions.callMethod;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.aipixels.engines.ImageEngine;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.Predefined;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.transaction.annotation.Transactional;

/// The rules of the house that bytecode can tell. Each is seen to fail on a house that breaks it,
/// and to complain where there is nothing to look at.
@Execution(ExecutionMode.CONCURRENT)
@ResourceLock("classes")
class ArchitectureTest {

  private static final JavaClasses MAIN =
      classesOf("com.aipixels", Predefined.DO_NOT_INCLUDE_TESTS);
  private static final JavaClasses TESTS = classesOf("com.aipixels", Predefined.ONLY_INCLUDE_TESTS);
  private static final JavaClasses BAD = classesOf("badhouse", Predefined.ONLY_INCLUDE_TESTS);
  private static final JavaClasses NONE = classesOf("nowhere", Predefined.ONLY_INCLUDE_TESTS);

  private static final String ROOM = "(com\\.aipixels|badhouse)(\\.[a-z]+)?";
  private static final String[] WEB = {"com.aipixels.web", "badhouse.web"};
  private static final DescribedPredicate<JavaClass> SQL =
      describe(
          "…Table or …Queries",
          type -> outermost(type).getSimpleName().matches(".*(Table|Queries)"));
  private static final DescribedPredicate<JavaClass> REACTION =
      describe("On…", type -> type.getSimpleName().matches("On[A-Z].*"));
  private static final DescribedPredicate<JavaClass> HIDDEN =
      describe(
          "plumbing",
          type ->
              type.getSimpleName()
                  .matches(
                      ".*(Controller|Page|Table|Queries|Rows|Settings|Configuration|Job|Queue|Advice|Analyzer)"));
  private static final DescribedPredicate<JavaClass> ENGINE =
      describe("engine", type -> type.isAssignableTo(ImageEngine.class) && !type.isInterface());

  /// A rule, and what of the bad house it names.
  record Gate(String name, ArchRule rule, List<String> offenders) {

    static Gate gate(String name, ArchRule rule, String... offenders) {
      return new Gate(name, rule, List.of(offenders));
    }

    @Override
    public String toString() {
      return name;
    }
  }

  static final List<Gate> GATES =
      List.of(
          Gate.gate(
              "nobody asks the web",
              noClasses()
                  .that()
                  .resideOutsideOfPackages(WEB)
                  .should()
                  .dependOnClassesThat()
                  .resideInAnyPackage(WEB),
              "badhouse.gallery.Gallery"),
          Gate.gate(
              "sql stands in tables and queries",
              noClasses()
                  .that(DescribedPredicate.not(SQL))
                  .should()
                  .dependOnClassesThat()
                  .areAssignableTo(JdbcClient.class),
              "badhouse.gallery.ImageController"),
          Gate.gate(
              "sql goes through jdbc client",
              noClasses()
                  .should()
                  .dependOnClassesThat()
                  .areAssignableTo(JdbcOperations.class)
                  .orShould()
                  .dependOnClassesThat()
                  .areAssignableTo(NamedParameterJdbcOperations.class),
              "badhouse.gallery.OldTemplate"),
          Gate.gate(
              "plumbing is hidden",
              classes().that(HIDDEN.or(REACTION).or(ENGINE)).should().notBePublic(),
              "badhouse.web.FeedPage"),
          Gate.gate(
              "names say what a thing is",
              noClasses()
                  .should()
                  .haveNameMatching(
                      ".*[.$]\\w*(Impl|Service|Manager|Helper|Utils?|Dto|DTO|Entity|Mapper|Facade|Base)")
                  .orShould()
                  .haveNameMatching(".*[.$](Base|Abstract)[A-Z]\\w*"),
              "badhouse.gallery.ImageServiceImpl",
              "badhouse.gallery.AbstractImage"),
          Gate.gate(
              "rooms have names of the trade",
              noClasses()
                  .should()
                  .resideInAnyPackage(
                      "..config..",
                      "..common..",
                      "..util..",
                      "..utils..",
                      "..core..",
                      "..shared..",
                      "..helper..",
                      "..service..",
                      "..dto..",
                      "..entity..",
                      "..repository.."),
              "badhouse.gallery.util.Words"),
          Gate.gate(
              "rooms are flat",
              classes().should().haveNameMatching(ROOM + "\\.[A-Z]\\w*(\\$\\w+)*|.*package-info"),
              "badhouse.gallery.util.Words"),
          Gate.gate(
              "transactions begin at faces",
              methods()
                  .that()
                  .areAnnotatedWith(Transactional.class)
                  .should()
                  .beDeclaredInClassesThat()
                  .arePublic(),
              "badhouse.gallery.ImageTable"),
          Gate.gate(
              "transactions are said method by method",
              noClasses().should().beAnnotatedWith(Transactional.class),
              "badhouse.gallery.ImageRows"),
          Gate.gate(
              "time ids and chance are arguments",
              noClasses()
                  .should(callMethod(Instant.class, "now"))
                  .orShould(callMethod(System.class, "currentTimeMillis"))
                  .orShould(callMethod(UUID.class, "randomUUID"))
                  .orShould(callMethod(Math.class, "random"))
                  .orShould(callConstructor(Random.class))
                  .orShould(callMethod(ThreadLocalRandom.class, "current")),
              "Instant.now()",
              "System.currentTimeMillis()",
              "UUID.randomUUID()",
              "Math.random()",
              "Random.<init>()",
              "ThreadLocalRandom.current()"),
          Gate.gate(
              "nobody talks to the console",
              noClasses()
                  .should(accessField(System.class, "out"))
                  .orShould(accessField(System.class, "err")),
              "System.out",
              "System.err"));

  private static final ArchRule NO_TEST_SLEEPS =
      noClasses()
          .should(callMethod(Thread.class, "sleep", long.class))
          .orShould(callMethod(Thread.class, "sleep", Duration.class))
          .orShould(callMethod(TimeUnit.class, "sleep", long.class));

  @ParameterizedTest
  @FieldSource("GATES")
  void holdsInThisHouse(Gate gate) {
    assertThat(broken(gate.rule, MAIN)).isEmpty();
  }

  @ParameterizedTest
  @FieldSource("GATES")
  void isSeenToFailInABadHouse(Gate gate) {
    var broken = String.join("\n", broken(gate.rule, BAD));
    assertThat(gate.offenders)
        .isNotEmpty()
        .allSatisfy(offender -> assertThat(broken).contains(offender));
  }

  @ParameterizedTest
  @FieldSource("GATES")
  void complainsWhereThereIsNothingToLookAt(Gate gate) {
    assertThatThrownBy(() -> gate.rule.evaluate(NONE))
        .hasMessageContaining("failed to check any classes");
  }

  @Test
  void testsDoNotSleep() {
    assertThat(TESTS).isNotEmpty();
    assertThat(broken(NO_TEST_SLEEPS, TESTS)).isEmpty();
    assertThat(broken(NO_TEST_SLEEPS, BAD)).singleElement().asString().contains("SleepyTest");
  }

  @Test
  void roomsAskOnlyWhomTheirDoorPlateNames() {
    ApplicationModules house = ApplicationModules.of(AiPixels.class);
    assertThat(house.stream()).hasSizeGreaterThan(10);
    house.verify();
  }

  @Test
  void aRoomThatAsksAnotherIsNoticed() {
    var violations =
        ApplicationModules.of("badhouse", Predefined.ONLY_INCLUDE_TESTS).detectViolations();
    assertThat(violations.getMessages())
        .anySatisfy(message -> assertThat(message).contains("gallery", "credits"));
  }

  private static List<String> broken(ArchRule rule, JavaClasses classes) {
    return rule.evaluate(classes).getFailureReport().getDetails();
  }

  private static JavaClass outermost(JavaClass type) {
    return type.getEnclosingClass().map(ArchitectureTest::outermost).orElse(type);
  }

  private static JavaClasses classesOf(String house, Predefined which) {
    return new ClassFileImporter().withImportOption(which).importPackages(house);
  }
}
