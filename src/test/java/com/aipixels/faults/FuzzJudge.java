package com.aipixels.faults;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// What must hold of every answer, whatever was asked; and what is merely counted.
final class FuzzJudge {

  /// What a visitor of ours may say and what the service may not.
  private static final Pattern INSIDES =
      Pattern.compile(
          "\\bat [a-z]+\\.[a-z.]+|[a-z]Exception\\b|\\b(java|javax|jakarta|org|com|tools)\\.[a-z]+\\.[a-zA-Z]"
              + "|\\bSELECT \\b|\\bINSERT INTO\\b|\\bSQLSTATE\\b|\\bPSQL|\\bHikari|\\bTomcat\\b|\\bWHERE \\b");

  private static final int KEPT = 150;

  private final Set<Operation> reached = ConcurrentHashMap.newKeySet();
  private final Map<Integer, AtomicInteger> statuses = new ConcurrentSkipListMap<>();
  private final Map<String, AtomicInteger> undocumented = new ConcurrentSkipListMap<>();
  private final Map<String, AtomicInteger> wrong = new ConcurrentSkipListMap<>();
  private final List<String> examples = new CopyOnWriteArrayList<>();
  private final AtomicInteger cases = new AtomicInteger();
  private final AtomicInteger refusedForNow = new AtomicInteger();
  private final AtomicInteger hungUp = new AtomicInteger();

  void judge(Operation operation, FuzzRequest request, RawAnswer answer) {
    cases.incrementAndGet();
    var status = answer.status();
    count(statuses, status);
    if (status / 100 == 2 || (status == 303 && operation.statuses().contains(303))) {
      if (request.method.equals(operation.method())) {
        reached.add(operation);
      }
    }
    if (!operation.statuses().contains(status) && !request.isBroken) {
      count(undocumented, status + " " + operation);
    }
    if (status >= 500 && !isAllowed(request, answer)) {
      wrong(status + " " + operation, request, answer.text());
    }
    if (status >= 400 && !request.method.equals("HEAD")) {
      var type = answer.contentType();
      if (!type.equals("application/problem+json") && !saysAsClerkDoes(operation, type)) {
        wrong("a refusal as " + type + " " + status, request, answer.text());
      }
      if (INSIDES.matcher(answer.text()).find()) {
        wrong("shows its insides: " + operation, request, answer.text());
      }
    }
  }

  /// No answer at all is one only to what is no HTTP, or so large that it is refused before its
  /// end.
  void hungUp(Operation operation, FuzzRequest request, String how) {
    cases.incrementAndGet();
    hungUp.incrementAndGet();
    if (!request.isBroken && !request.isLarge()) {
      wrong("no answer: " + operation, request, how);
    }
  }

  /// For now, or a version and a coding of HTTP that nobody knows.
  private boolean isAllowed(FuzzRequest request, RawAnswer answer) {
    if (answer.status() == 503 && answer.header("retry-after").isPresent()) {
      refusedForNow.incrementAndGet();
      return true;
    }
    return request.isBroken && (answer.status() == 501 || answer.status() == 505);
  }

  private static boolean saysAsClerkDoes(Operation operation, String type) {
    return operation.path().startsWith("/local-clerk/") && type.equals("application/json");
  }

  private void wrong(String what, FuzzRequest request, String answer) {
    var before = count(wrong, what);
    if (before < 1 && examples.size() < KEPT) {
      examples.add(
          what
              + "\n  "
              + request.toString().replaceAll("Bearer ey[\\w.-]+", "Bearer …")
              + "\n  "
              + answer.substring(0, Math.min(answer.length(), 400)));
    }
  }

  private static <K> int count(Map<K, AtomicInteger> counts, K what) {
    return counts.computeIfAbsent(what, _ -> new AtomicInteger()).getAndIncrement();
  }

  boolean hasReached(Operation operation) {
    return reached.contains(operation);
  }

  int cases() {
    return cases.get();
  }

  int violations() {
    return wrong.values().stream().mapToInt(AtomicInteger::get).sum();
  }

  String statuses() {
    return listed(statuses, ", ")
        + (refusedForNow.get() > 0 ? ", of 503 with Retry-After " + refusedForNow : "")
        + (hungUp.get() > 0 ? ", no answer " + hungUp : "");
  }

  String undocumented() {
    return listed(undocumented, "\n  ");
  }

  /// Everything that was wrong, with the requests that showed it.
  String report() {
    return listed(wrong, "\n") + "\n\n" + String.join("\n\n", examples);
  }

  private static <K> String listed(Map<K, AtomicInteger> counts, String separator) {
    return counts.entrySet().stream()
        .map(each -> each.getKey() + " × " + each.getValue())
        .collect(Collectors.joining(separator));
  }
}
