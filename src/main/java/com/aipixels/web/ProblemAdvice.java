package com.aipixels.web;

import com.aipixels.problems.FieldError;
import com.aipixels.problems.Problem;
import com.aipixels.problems.ProblemCode;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.servlet.HandlerMapping;

/// Says every refusal and fault as problem+json. What an answer contains depends on the route and
/// the rule alone, never on whether a hidden thing exists.
@RestControllerAdvice
@Order(Ordered.LOWEST_PRECEDENCE)
class ProblemAdvice {

  private static final Logger log = LoggerFactory.getLogger(ProblemAdvice.class);
  private static final String RETRY_SECONDS = "2";

  /// The reader has gone; there is nobody to answer.
  @ExceptionHandler
  void gone(AsyncRequestNotUsableException e) {
    log.debug("The reader has gone: {}", e.getMessage());
  }

  @ExceptionHandler
  ResponseEntity<ProblemDetail> refused(Exception e, HttpServletRequest request) {
    Problem problem = Refusals.of(e);
    if (problem.code() == ProblemCode.INTERNAL_ERROR) {
      log.error("{} {} broke", request.getMethod(), route(request), e);
    } else if (problem.code() == ProblemCode.UNAVAILABLE) {
      log.warn("{} {} had to be put off: {}", request.getMethod(), route(request), e.getMessage());
    }
    ProblemCode code = problem.code();
    return ResponseEntity.status(code.status())
        .headers(headers(code, e))
        .body(body(problem, request));
  }

  private static HttpHeaders headers(ProblemCode code, Exception e) {
    HttpHeaders headers = new HttpHeaders();
    if (e instanceof ErrorResponse answer) {
      headers.putAll(answer.getHeaders());
    }
    if (code == ProblemCode.UNAVAILABLE) {
      headers.set(HttpHeaders.RETRY_AFTER, RETRY_SECONDS);
    }
    if (code == ProblemCode.UNAUTHENTICATED) {
      headers.set(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
    }
    headers.setContentType(MediaType.APPLICATION_PROBLEM_JSON);
    headers.setCacheControl("no-store");
    return headers;
  }

  private static ProblemDetail body(Problem problem, HttpServletRequest request) {
    ProblemCode code = problem.code();
    ProblemDetail body =
        ProblemDetail.forStatusAndDetail(HttpStatusCode.valueOf(code.status()), problem.detail());
    body.setType(URI.create("urn:aipixels:problem:" + code.value()));
    body.setTitle(code.title());
    body.setInstance(URI.create(route(request)));
    body.setProperty("code", code.value());
    List<FieldError> errors = problem.errors();
    if (!errors.isEmpty()) {
      body.setProperty("errors", errors);
    }
    return body;
  }

  /// The address up to its first variable: an answer about a hidden thing must not differ from one
  /// about nothing.
  private static String route(HttpServletRequest request) {
    Object pattern = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
    String path = pattern == null ? "/" : pattern.toString();
    String fixed =
        Arrays.stream(path.split("/"))
            .takeWhile(part -> !part.startsWith("{") && !part.startsWith("*"))
            .collect(Collectors.joining("/"));
    return fixed.isEmpty() ? "/" : fixed;
  }
}
