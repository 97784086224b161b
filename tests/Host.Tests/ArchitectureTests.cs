using System.Xml.Linq;
using Pipeline.Tests.Shared;

namespace Pipeline.Host.Tests;

/// <summary>Dependencies point one way: Host → Ingest, Extract, Store, JiebaNet (in builds that ask for it); Ingest, Store, JiebaNet → Extract; Extract → the base library.</summary>
public class ArchitectureTests
{
    [Theory]
    [InlineData("src/Extract/Extract.csproj", "")]
    [InlineData("src/Ingest/Ingest.csproj", "Extract")]
    [InlineData("src/Store/Store.csproj", "Extract")]
    [InlineData("src/JiebaNet/JiebaNet.csproj", "Extract")]
    [InlineData("Pipeline.csproj", "Extract Ingest JiebaNet Store")]
    public void A_project_refers_only_to_those_below_it(string project, string allowed)
    {
        var references = XDocument.Load(Repository.PathTo(project)).Descendants("ProjectReference")
            .Where(r => (string?)r.Attribute("ReferenceOutputAssembly") != "false")
            .Select(r => Path.GetFileNameWithoutExtension((string)r.Attribute("Include")!)).Order();
        Assert.Equal(allowed.Split(' ', StringSplitOptions.RemoveEmptyEntries), references);
    }

    [Fact]
    public void Extract_depends_on_the_base_library_alone()
    {
        var project = XDocument.Load(Repository.PathTo("src", "Extract", "Extract.csproj"));
        Assert.Empty(project.Descendants("PackageReference"));
        Assert.Empty(project.Descendants("FrameworkReference"));
    }

#if !LITEDB && !JIEBANET
    /// <summary>What NuGet was asked for, downloaded and pinned stands in these files.</summary>
    [Theory]
    [InlineData("LiteDB")]
    [InlineData("jieba.NET")]
    public void The_default_build_neither_refers_to_nor_downloads_an_optional_package(string package)
    {
        var restored = Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "..", "..", "..", "obj"), "project.assets.json", SearchOption.AllDirectories);
        Assert.Contains(restored, file => file.Contains("Store", StringComparison.Ordinal));
        Assert.All(restored, file => Assert.DoesNotContain($"\"{package}", File.ReadAllText(file), StringComparison.OrdinalIgnoreCase));
    }
#endif
}
