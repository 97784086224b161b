using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Pipeline.Host.Api.Endpoints;
using Pipeline.Host.Api.Responses;
using Pipeline.Store;
using Pipeline.Store.Queries;
using Pipeline.Store.Reviews;

namespace Pipeline.Host.Api.Errors;

/// <summary>Turns what goes wrong under a request into <c>application/problem+json</c>; a bug becomes a 500 that says nothing of the inside, and a log entry that says all.</summary>
internal sealed partial class ProblemResponses(RequestDelegate next, ILogger<ProblemResponses> logger)
{
    /// <summary>Seconds after which a locked database is worth another try.</summary>
    private const int LockedRetrySeconds = 2;

    /// <summary>Runs the rest of the request.</summary>
    public async Task InvokeAsync(HttpContext context)
    {
        try
        {
            await next(context);
            if (context.Response is { HasStarted: false, StatusCode: >= 400, ContentLength: null, ContentType: null } response && OfStatus(context, response.StatusCode) is { } problem)
            {
                await WriteAsync(context, problem);
            }
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // The caller has gone: nobody is left to answer.
        }
        catch (Exception e) when (!context.Response.HasStarted)
        {
            var problem = Of(e, context.Request);
            if (problem.Status >= 500)
            {
                LogFailed(e, context.Request.Method, context.Request.Path);
            }

            if (e is StoreException { Fault: StoreFault.Locked })
            {
                context.Response.Headers.RetryAfter = LockedRetrySeconds.ToString(CultureInfo.InvariantCulture);
            }

            await WriteAsync(context, problem);
        }
        catch (Exception e)
        {
            // The status is already sent: cutting the connection is the only way left to say that the answer is not whole.
            LogFailed(e, context.Request.Method, context.Request.Path);
            context.Abort();
        }
    }

    /// <summary>Answers with a problem.</summary>
    public static async Task WriteAsync(HttpContext context, ApiProblem problem)
    {
        context.Response.StatusCode = problem.Status;
        context.Response.ContentType = ApiProblem.MediaType;
        context.Response.Headers.CacheControl = "no-store";
        if (!HttpMethods.IsHead(context.Request.Method))
        {
            await context.Response.Body.WriteAsync(JsonSerializer.SerializeToUtf8Bytes(problem, DeskJson.Options), context.RequestAborted);
        }
    }

    private static ApiProblem Of(Exception exception, HttpRequest request) => exception switch
    {
        ApiProblemException e => e.Problem,
        QueryException e => ApiProblem.Of(400, "bad-parameter", "A parameter makes no sense", e.Message) with
        {
            Parameter = e.Parameter,
            Found = request.Query[e.Parameter].FirstOrDefault(),
            Allowed = Filters.AllowedFor(e.Parameter),
        },
        StaleReviewException e => ApiProblem.Of(409, "stale-review", "Somebody else was quicker", e.Message) with { Current = HistoryAnswer.Of(e.Current) },
        StoreException { Fault: StoreFault.Locked } e => ApiProblem.Of(503, "store-busy", "The store is busy", e.Message),
        StoreException => ApiProblem.Of(500, "store-failed", "The store could not answer", "the store could not do what was asked, and nothing was changed; the service's log says why"),
        BadHttpRequestException { StatusCode: 413 } => TooLarge,
        BadHttpRequestException e => ApiProblem.Of(e.StatusCode, "bad-request", "The request cannot be read", e.Message),
        _ => ApiProblem.Of(500, "failed", "Something went wrong here", "the request met a fault of the program; the service's log holds it"),
    };

    private static ApiProblem TooLarge => ApiProblem.Of(413, "too-large", "The body is too large", "the body of the request is larger than a finding needs; put long material where a link can point to it");

    private static ApiProblem? OfStatus(HttpContext context, int status) => status switch
    {
        404 => ApiProblem.Of(404, "not-found", "Not found", $"nothing lives at {context.Request.Path}; /openapi/v1.json lists what does"),
        405 => ApiProblem.Of(405, "bad-method", "Not with this method", $"{context.Request.Path} does not take {context.Request.Method}; it takes {context.Response.Headers.Allow}"),
        413 => TooLarge,
        415 => ApiProblem.Of(415, "bad-media-type", "Not JSON", $"a finding is sent as 'Content-Type: application/json', found '{context.Request.ContentType}'"),
        _ => null,
    };

    [LoggerMessage(EventId = 400, Level = LogLevel.Error, Message = "{Method} {Path} failed")]
    private partial void LogFailed(Exception exception, string method, string path);
}
