package org.accountinghub.routes.operations;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import org.springframework.web.servlet.resource.NoResourceFoundException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.exc.InvalidFormatException;

/** Every refusal as {@code application/problem+json} whose {@code detail} says what to do; never a stack trace. */
@RestControllerAdvice
public class ApiErrors extends ResponseEntityExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(ApiErrors.class);

    @Override
    protected @Nullable ResponseEntity<Object> handleTypeMismatch(
            TypeMismatchException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        String name = e instanceof MethodArgumentTypeMismatchException argument ? argument.getName() : "value";
        return answer(e, HttpStatus.BAD_REQUEST, name + " is " + e.getValue() + "; " + allowed(e), headers, request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleHttpMessageNotReadable(
            HttpMessageNotReadableException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return answer(
                e,
                HttpStatus.BAD_REQUEST,
                e.getCause() instanceof InvalidFormatException wrong
                        ? field(wrong) + " is " + wrong.getValue() + "; " + allowed(wrong.getTargetType())
                        : "The body cannot be read: send a JSON object as /api/openapi.yaml describes it.",
                headers,
                request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleHttpMediaTypeNotSupported(
            HttpMediaTypeNotSupportedException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return answer(
                e,
                HttpStatus.UNSUPPORTED_MEDIA_TYPE,
                "Send the body as Content-Type: application/json.",
                headers,
                request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleHttpRequestMethodNotSupported(
            HttpRequestMethodNotSupportedException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        String[] supported = e.getSupportedMethods();
        return answer(
                e,
                HttpStatus.METHOD_NOT_ALLOWED,
                e.getMethod() + " is not possible here"
                        + (supported == null ? "." : "; " + String.join(", ", supported) + " is."),
                headers,
                request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleNoResourceFoundException(
            NoResourceFoundException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return answer(
                e,
                HttpStatus.NOT_FOUND,
                "There is no such page; /api/openapi.yaml describes those that there are.",
                headers,
                request);
    }

    @ExceptionHandler(IllegalArgumentException.class)
    @Nullable ResponseEntity<Object> wrongValue(IllegalArgumentException e, WebRequest request) {
        return answer(e, HttpStatus.BAD_REQUEST, String.valueOf(e.getMessage()), new HttpHeaders(), request);
    }

    @ExceptionHandler(Exception.class)
    @Nullable ResponseEntity<Object> failure(Exception e, WebRequest request) {
        if (isDatabaseAway(e)) {
            LOG.warn(
                    "The API cannot answer: the database does not ({})",
                    e.getClass().getSimpleName());
            return answer(
                    e,
                    HttpStatus.SERVICE_UNAVAILABLE,
                    "The hub's database does not answer. Nothing is lost; try again when it is back.",
                    new HttpHeaders(),
                    request);
        }
        LOG.error("The API failed", e);
        return answer(
                e,
                HttpStatus.INTERNAL_SERVER_ERROR,
                "The hub failed at this; its log says why.",
                new HttpHeaders(),
                request);
    }

    private @Nullable ResponseEntity<Object> answer(
            Exception e, HttpStatus status, String detail, HttpHeaders headers, WebRequest request) {
        return handleExceptionInternal(e, ProblemDetail.forStatusAndDetail(status, detail), headers, status, request);
    }

    private static String allowed(TypeMismatchException e) {
        Class<?> type = e instanceof MethodArgumentTypeMismatchException argument
                ? argument.getParameter().nestedIfOptional().getNestedParameterType()
                : e.getRequiredType();
        return allowed(type);
    }

    private static String field(InvalidFormatException wrong) {
        return wrong.getPath().stream()
                .map(JacksonException.Reference::getPropertyName)
                .filter(Objects::nonNull)
                .collect(Collectors.joining("."));
    }

    private static String allowed(@Nullable Class<?> type) {
        if (type != null && type.isEnum()) {
            List<String> names = Arrays.stream(type.getEnumConstants())
                    .map(constant -> ((Enum<?>) constant).name())
                    .toList();
            return "possible are " + String.join(", ", names);
        }
        return "a number is needed";
    }

    private static boolean isDatabaseAway(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && (isTransient(sql) || isConnectionState(sql.getSQLState()))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isTransient(SQLException failure) {
        return failure instanceof SQLTransientConnectionException;
    }

    private static boolean isConnectionState(@Nullable String state) {
        return state != null && (state.startsWith("08") || state.startsWith("57P"));
    }
}
