package com.aipixels.web;

import com.aipixels.problems.FieldError;
import com.aipixels.problems.Problem;
import com.aipixels.problems.ProblemCode;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.ServletRequestBindingException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/// Says every refusal and fault as problem+json. What an answer contains depends on the route and
/// the rule alone, never on whether a hidden thing exists.
@RestControllerAdvice
@Order(Ordered.LOWEST_PRECEDENCE)
class ProblemAdvice {

  private static final Logger log = LoggerFactory.getLogger(ProblemAdvice.class);
  private static final String RETRY_SECONDS = "2";

  @ExceptionHandler
  ResponseEntity<ProblemDetail> refused(Problem problem, HttpServletRequest request) {
    return answer(problem, request, new HttpHeaders());
  }

  @ExceptionHandler
  ResponseEntity<ProblemDetail> unreadable(
      HttpMessageNotReadableException e, HttpServletRequest request) {
    return refused(UnreadableBody.problem(e), request);
  }

  /// What cannot be an id was never anything; any other parameter is the caller's mistake.
  @ExceptionHandler
  ResponseEntity<ProblemDetail> mismatched(
      MethodArgumentTypeMismatchException e, HttpServletRequest request) {
    boolean inPath = e.getParameter().hasParameterAnnotation(PathVariable.class);
    return refused(
        inPath
            ? Problem.notFound()
            : Problem.invalid(e.getName(), UnreadableBody.rule(e.getRequiredType())),
        request);
  }

  @ExceptionHandler
  ResponseEntity<ProblemDetail> incomplete(
      ServletRequestBindingException e, HttpServletRequest request) {
    return refused(
        new Problem(ProblemCode.VALIDATION_FAILED, String.valueOf(e.getMessage())), request);
  }

  @ExceptionHandler
  ResponseEntity<ProblemDetail> nowhere(NoResourceFoundException e, HttpServletRequest request) {
    return refused(Problem.notFound(), request);
  }

  @ExceptionHandler
  ResponseEntity<ProblemDetail> wrongMethod(
      HttpRequestMethodNotSupportedException e, HttpServletRequest request) {
    HttpHeaders headers = new HttpHeaders();
    Set<HttpMethod> supported = e.getSupportedHttpMethods();
    if (supported != null) {
      headers.setAllow(supported);
    }
    Problem problem =
        new Problem(
            ProblemCode.METHOD_NOT_ALLOWED, "This address does not know " + e.getMethod() + ".");
    return answer(problem, request, headers);
  }

  @ExceptionHandler
  ResponseEntity<ProblemDetail> wrongType(
      HttpMediaTypeNotSupportedException e, HttpServletRequest request) {
    String supported =
        e.getSupportedMediaTypes().stream()
            .map(MediaType::toString)
            .collect(Collectors.joining(", "));
    return refused(
        new Problem(ProblemCode.UNSUPPORTED_MEDIA_TYPE, "The body must be " + supported + "."),
        request);
  }

  @ExceptionHandler
  ResponseEntity<ProblemDetail> notAcceptable(
      HttpMediaTypeNotAcceptableException e, HttpServletRequest request) {
    return refused(
        new Problem(ProblemCode.NOT_ACCEPTABLE, "There is no such form of this answer."), request);
  }

  @ExceptionHandler({
    DataAccessResourceFailureException.class,
    TransientDataAccessException.class,
    QueryTimeoutException.class,
    CannotCreateTransactionException.class
  })
  ResponseEntity<ProblemDetail> away(Exception e, HttpServletRequest request) {
    log.warn("The database did not answer: {}", e.getMessage());
    return refused(
        new Problem(ProblemCode.UNAVAILABLE, "Nothing was lost; please try again in a moment."),
        request);
  }

  /// The reader has gone; there is nobody to answer.
  @ExceptionHandler
  void gone(AsyncRequestNotUsableException e) {
    log.debug("The reader has gone: {}", e.getMessage());
  }

  @ExceptionHandler
  ResponseEntity<ProblemDetail> broken(Exception e, HttpServletRequest request) {
    if (e instanceof ErrorResponse response && response.getStatusCode().is4xxClientError()) {
      return refused(
          new Problem(ProblemCode.VALIDATION_FAILED, response.getBody().getTitle() + "."), request);
    }
    log.error("{} {} broke", request.getMethod(), route(request), e);
    return refused(
        new Problem(ProblemCode.INTERNAL_ERROR, "It has been noted. Please try again."), request);
  }

  private static ResponseEntity<ProblemDetail> answer(
      Problem problem, HttpServletRequest request, HttpHeaders headers) {
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
    if (code == ProblemCode.UNAVAILABLE) {
      headers.set(HttpHeaders.RETRY_AFTER, RETRY_SECONDS);
    }
    if (code == ProblemCode.UNAUTHENTICATED) {
      headers.set(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
    }
    headers.setContentType(MediaType.APPLICATION_PROBLEM_JSON);
    headers.setCacheControl("no-store");
    return ResponseEntity.status(code.status()).headers(headers).body(body);
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
