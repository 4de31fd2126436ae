package com.aipixels.web;

import com.aipixels.credits.Balance;
import com.aipixels.credits.Credits;
import com.aipixels.gallery.Gallery;
import com.aipixels.gallery.ImageId;
import com.aipixels.generation.Asked;
import com.aipixels.generation.GenerationId;
import com.aipixels.generation.Generations;
import com.aipixels.identity.UserId;
import com.aipixels.identity.Viewer;
import com.aipixels.problems.Problem;
import com.aipixels.web.CreateModel.Notice;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

@Controller
@RequestMapping("/create")
class CreatePage {

  private final Pages pages;
  private final Chromes chromes;
  private final Credits credits;
  private final Gallery gallery;
  private final Generations generations;
  private final OneTimeKeys keys;

  CreatePage(
      Pages pages,
      Chromes chromes,
      Credits credits,
      Gallery gallery,
      Generations generations,
      OneTimeKeys keys) {
    this.pages = pages;
    this.chromes = chromes;
    this.credits = credits;
    this.gallery = gallery;
    this.generations = generations;
    this.keys = keys;
  }

  @GetMapping
  View empty(
      HttpServletRequest request,
      Viewer viewer,
      @RequestParam(required = false) @Nullable String prompt,
      @RequestParam(required = false) @Nullable ImageId from,
      @RequestParam(required = false) @Nullable GenerationId again) {
    UserId member = viewer.memberId();
    CreateForm form;
    if (from != null) {
      form = CreateForm.after(gallery.image(viewer, from), keys.next());
    } else if (again != null) {
      form = CreateForm.again(generations.generation(member, again).request(), keys.next());
    } else {
      form = CreateForm.saying(prompt, keys.next());
    }
    return show(HttpStatus.OK, request, viewer, form, Mistakes.none(), null);
  }

  @PostMapping
  View ask(HttpServletRequest request, Viewer viewer, @ModelAttribute CreateForm form) {
    if (viewer instanceof Viewer.Guest) {
      return refuse(HttpStatus.UNAUTHORIZED, request, viewer, form, Notice.SIGNED_OUT);
    }
    try {
      return switch (generations.ask(viewer.memberId(), form.request(), form.keyOrNull())) {
        case Asked.Accepted accepted -> new SeeOther("/generations/" + accepted.id());
        case Asked.TooFewCredits _ ->
            refuse(HttpStatus.PAYMENT_REQUIRED, request, viewer, form, Notice.NO_CREDITS);
        case Asked.KeyReused() ->
            refuse(
                HttpStatus.CONFLICT,
                request,
                viewer,
                form.withKey(keys.next()),
                Notice.ALREADY_SENT);
      };
    } catch (Problem problem) {
      Mistakes mistakes = Mistakes.of(problem, chromes.words(request));
      return show(HttpStatus.BAD_REQUEST, request, viewer, form, mistakes, null);
    }
  }

  private View refuse(
      HttpStatus status,
      HttpServletRequest request,
      Viewer viewer,
      CreateForm form,
      Notice notice) {
    return show(status, request, viewer, form, Mistakes.none(), notice);
  }

  private View show(
      HttpStatus status,
      HttpServletRequest request,
      Viewer viewer,
      CreateForm form,
      Mistakes mistakes,
      @Nullable Notice notice) {
    Balance balance =
        viewer instanceof Viewer.Member(UserId member) ? credits.balance(member) : null;
    return pages.show(
        status, new CreateModel(chromes.of(request, viewer), form, mistakes, notice, balance));
  }
}
