namespace Pipeline.Extract.Model;

/// <summary>Which way a value moved, where it is a change or a level reached by one.</summary>
public enum ChangeDirection
{
    /// <summary>增长, 上升至, 翻倍.</summary>
    Up,

    /// <summary>下滑, 降至, 腰斩.</summary>
    Down,
}
