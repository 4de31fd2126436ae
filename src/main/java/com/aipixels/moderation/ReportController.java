package com.aipixels.moderation;

import com.aipixels.identity.Viewer;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
class ReportController {

  private final Reports reports;

  ReportController(Reports reports) {
    this.reports = reports;
  }

  record Complain(
      @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable TargetType targetType,
      @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable String targetId,
      @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable Reason reason,
      @Nullable String details) {}

  record Taken(
      long id,
      TargetType targetType,
      String targetId,
      Reason reason,
      @Nullable String details,
      Instant createdAt) {}

  @PostMapping("/api/v1/reports")
  @ResponseStatus(HttpStatus.CREATED)
  Taken report(
      Viewer viewer,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
      @RequestBody Complain complaint) {
    viewer.memberId();
    NewReport report =
        NewReport.of(
            complaint.targetType(), complaint.targetId(), complaint.reason(), complaint.details());
    Filed filed = reports.report(viewer, report, key);
    return new Taken(
        filed.id(),
        report.target().type(),
        report.target().id(),
        report.reason(),
        report.details(),
        filed.createdAt());
  }
}
