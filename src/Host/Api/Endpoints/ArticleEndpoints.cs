using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Pipeline.Host.Api.Errors;
using Pipeline.Host.Api.OpenApi;
using Pipeline.Host.Api.Responses;
using Pipeline.Store;

namespace Pipeline.Host.Api.Endpoints;

/// <summary>Articles with their claims.</summary>
internal static class ArticleEndpoints
{
    /// <summary>Maps <c>/articles/{id}</c>.</summary>
    public static void MapArticles(this RouteGroupBuilder api) => api.MapGet("/articles/{id}", async (string id, HttpRequest request, IClaimStore store, CancellationToken stopping) =>
    {
        Filters.RefuseAll(request);
        var found = await store.FindArticleAsync(id, stopping) ?? throw ApiProblemException.NotFound("article", id);
        return new TaggedJson(ArticleAnswer.Of(found));
    }).Describe<ArticleAnswer>("readArticle", "An article with its claims", "Spans of the claims are UTF-16 code units of 'article.text', end exclusive.", [], 404);
}
