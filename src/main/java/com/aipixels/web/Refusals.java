package com.aipixels.web;

import com.aipixels.problems.Problem;
import com.aipixels.problems.ProblemCode;
import java.sql.SQLException;
import java.util.stream.Collectors;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.ServletRequestBindingException;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/// What an exception means to whoever asked, program or person.
final class Refusals {

  private static final String LOCK_NOT_AVAILABLE = "55P03";

  private Refusals() {}

  static Problem of(Exception e) {
    return switch (e) {
      case Problem problem -> problem;
      case HttpMessageNotReadableException unreadable -> UnreadableBody.problem(unreadable);
      case MethodArgumentTypeMismatchException mismatch -> mismatched(mismatch);
      case ServletRequestBindingException incomplete ->
          new Problem(ProblemCode.VALIDATION_FAILED, String.valueOf(incomplete.getMessage()));
      case NoResourceFoundException _ -> Problem.notFound();
      case HttpRequestMethodNotSupportedException wrong ->
          new Problem(
              ProblemCode.METHOD_NOT_ALLOWED,
              "This address does not know " + wrong.getMethod() + ".");
      case HttpMediaTypeNotSupportedException wrong ->
          new Problem(
              ProblemCode.UNSUPPORTED_MEDIA_TYPE, "The body must be " + supported(wrong) + ".");
      case HttpMediaTypeNotAcceptableException _ ->
          new Problem(ProblemCode.NOT_ACCEPTABLE, "There is no such form of this answer.");
      case MaxUploadSizeExceededException _ ->
          new Problem(ProblemCode.CONTENT_TOO_LARGE, "The file must be at most 32 MiB.");
      case InvalidParameterException _ ->
          new Problem(
              ProblemCode.VALIDATION_FAILED, "A parameter is not written as text in UTF-8.");
      case RequestRejectedException _ ->
          new Problem(
              ProblemCode.VALIDATION_FAILED, "The address or a header has forbidden characters.");
      case MultipartException _ ->
          new Problem(ProblemCode.VALIDATION_FAILED, "The form could not be read.");
      case ErrorResponse answer when answer.getStatusCode().is4xxClientError() ->
          new Problem(ProblemCode.VALIDATION_FAILED, answer.getBody().getTitle() + ".");
      case DataAccessResourceFailureException _,
          TransientDataAccessException _,
          CannotCreateTransactionException _,
          TransactionSystemException _ ->
          postponed();
      case UncategorizedSQLException waited when lockWasNotAvailable(waited) -> postponed();
      default -> new Problem(ProblemCode.INTERNAL_ERROR, "It has been noted. Please try again.");
    };
  }

  private static Problem postponed() {
    return new Problem(ProblemCode.UNAVAILABLE, "Nothing was lost; please try again in a moment.");
  }

  /// Spring does not know PostgreSQL's word for a lock that was waited for too long.
  private static boolean lockWasNotAvailable(UncategorizedSQLException e) {
    SQLException waited = e.getSQLException();
    return waited != null && LOCK_NOT_AVAILABLE.equals(waited.getSQLState());
  }

  /// What cannot be an id was never anything; any other parameter is the caller's mistake.
  private static Problem mismatched(MethodArgumentTypeMismatchException e) {
    return e.getParameter().hasParameterAnnotation(PathVariable.class)
        ? Problem.notFound()
        : Problem.invalid(e.getName(), UnreadableBody.rule(e.getRequiredType()));
  }

  private static String supported(HttpMediaTypeNotSupportedException e) {
    return e.getSupportedMediaTypes().stream()
        .map(MediaType::toString)
        .collect(Collectors.joining(", "));
  }
}
